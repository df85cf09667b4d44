import type { CameraAtHand } from '../../../domain/camera.ts';
import type { DeviceRecord } from '../../../domain/records.ts';
import { CAMERA } from '../../../text/camera.ts';
import type { IntakePlan } from '../../../usecases/plan-intake.ts';

export interface SerialWarning {
  readonly title: string;
  readonly words: string;
}

const plain = (serial: string | null): string => (serial ?? '').replace(/[\s-]/g, '').toUpperCase();

/** One may be written inside the other: makers put the model before it, or print only its end on the case. */
function differ(a: string | null, b: string | null): boolean {
  const [one, other] = [plain(a), plain(b)];
  return one !== '' && other !== '' && !one.includes(other) && !other.includes(one);
}

/**
 * What speaks against the chosen device: the camera on the cable names another serial number, or files carry one inside
 * them. Where either side says none there is nothing to compare. A question for a person, never a reason to refuse.
 */
export function serialWarnings(
  device: Pick<DeviceRecord, 'id' | 'label' | 'serialNo'> | null,
  camera: CameraAtHand | null,
  plan: Pick<IntakePlan, 'items'> | null,
): readonly SerialWarning[] {
  if (device === null) return [];
  const registered = device.serialNo ?? '';
  const name = device.label ?? device.id;
  const said = camera?.key.serial ?? null;
  const others = (plan?.items ?? []).filter(({ facts }) => differ(facts.device.serial, registered));
  const [first] = others;
  return [
    ...(said !== null && differ(said, registered)
      ? [{ title: CAMERA.otherSerial(said, name, registered), words: CAMERA.otherSerialToDo }]
      : []),
    ...(first === undefined
      ? []
      : [
          {
            title: CAMERA.filesOfOther(others.length, first.facts.device.serial ?? '', registered),
            words: CAMERA.filesOfOtherToDo,
          },
        ]),
  ];
}
