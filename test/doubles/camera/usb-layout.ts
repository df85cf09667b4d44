/** Where on the device the camera's interface is: alone, beside others, behind a setting without endpoints, or in another configuration. */
export type Layout = 'plain' | 'composite' | 'alternate' | 'second-configuration';

interface CameraAt {
  readonly interfaceClass: number;
  readonly interfaceName: string | null;
  readonly packetSize: number;
  readonly subclass: number;
  readonly protocol: number;
}

const endpoint = (endpointNumber: number, direction: USBDirection, type: USBEndpointType, packetSize: number) => ({
  endpointNumber,
  direction,
  type,
  packetSize,
});

const alternate = (
  alternateSetting: number,
  [interfaceClass, subclass, protocol]: readonly number[],
  more: object,
) => ({
  alternateSetting,
  interfaceClass,
  interfaceSubclass: subclass,
  interfaceProtocol: protocol,
  interfaceName: null,
  endpoints: [],
  ...more,
});

const settings = (interfaceNumber: number, alternates: readonly object[]) => ({
  interfaceNumber,
  alternate: alternates[0],
  alternates,
  claimed: false,
});

const bulkPair = (packetSize: number) => [
  endpoint(1, 'in', 'bulk', packetSize),
  endpoint(2, 'out', 'bulk', packetSize),
];

export function layoutOf(
  layout: Layout,
  { interfaceClass, interfaceName, packetSize, subclass, protocol }: CameraAt,
): USBConfiguration[] {
  const camera = (setting: number, endpoints: readonly object[]) =>
    alternate(setting, [interfaceClass, subclass, protocol], { interfaceName, endpoints });
  const plain = [...bulkPair(packetSize), endpoint(3, 'in', 'interrupt', 64)];
  const disk = settings(0, [alternate(0, [8, 6, 80], { endpoints: bulkPair(packetSize) })]);
  const debug = settings(1, [alternate(0, [255, 66, 1], { interfaceName: 'ADB Interface', endpoints: bulkPair(512) })]);
  const of = (...interfaces: readonly object[]) => interfaces;
  const all = {
    plain: [of(settings(0, [camera(0, plain)]))],
    // Events first, then out, then in, under other numbers.
    composite: [
      of(
        disk,
        debug,
        settings(2, [
          camera(0, [
            endpoint(5, 'in', 'interrupt', 28),
            endpoint(4, 'out', 'bulk', packetSize),
            endpoint(3, 'in', 'bulk', packetSize),
          ]),
        ]),
      ),
    ],
    alternate: [of(settings(0, [camera(0, []), camera(1, plain)]))],
    'second-configuration': [of(disk), of(settings(0, [camera(0, plain)]))],
  }[layout];
  return all.map((interfaces, at) => ({
    configurationValue: at + 1,
    configurationName: null,
    interfaces,
  })) as unknown as USBConfiguration[];
}
