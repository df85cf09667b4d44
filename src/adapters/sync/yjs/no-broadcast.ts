/**
 * Stands in for `lib0/broadcastchannel` under y-webrtc: tabs of one profile would meet over it and apply one another's updates
 * unexamined. The build puts it in its place.
 */
export const subscribe = (_room: string, listener: unknown): unknown => listener;
export const unsubscribe = (): boolean => true;
export const publish = (): void => undefined;
