/** Long acts a screen can name. */
export type RunningJobKind = 'intake' | 'planning' | 'storing' | 'checking' | 'exporting';
