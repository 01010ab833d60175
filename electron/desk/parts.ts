import type { EventName, EventValue } from '#contract/events.ts';
import type { DeviceHealth } from '#contract/shapes/device.ts';
import type { Bundle, BundleHit } from '#contract/shapes/bundle.ts';
import type { Duty } from '#contract/shapes/catalogue.ts';
import type { ItemHit, ItemMaterial, ServiceItem } from '#contract/shapes/item.ts';
import type { Site } from '#contract/shapes/site.ts';
import type { LineState, SyncView } from '#contract/shapes/sync-state.ts';
import type { WorkingCalendar } from '#rules/calendar/working-days.ts';
import type { Sessions } from './access/sessions.ts';
import type { BackgroundImport } from './catalogue/background-import.ts';
import type { PackageFolder } from './catalogue/package-folder.ts';
import type { UploadBox } from './catalogue/upload-box.ts';
import type { CardDesk } from './devices/card-desk.ts';
import type { Board } from './hall/board.ts';
import type { CardWish } from './identity/card-wish.ts';
import type { DialogCover } from './identity/dialog-cover.ts';
import type { ShownCodes } from './identity/shown-codes.ts';
import type {
  LicenceAnswer,
  LicenceQuestion,
  NetworkAnswer,
  NetworkQuestion,
  SharedAnswer,
  SharedQuestion,
} from './platform/province.ts';
import type { PracticeLine } from './practice/practice-line.ts';
import type { FileBox } from './store/file-box.ts';

/** The parts of a running desk that handlers may use beside the case file. Built in compose.ts only. */
export interface Parts {
  readonly site: Site;
  readonly version: string;
  readonly board: Board;
  readonly sessions: Sessions;
  readonly items: ItemShelf;
  readonly packages: PackageDesk;
  readonly calendar: WorkingCalendar;
  readonly cards: CardDesk;
  /** Waits for a card that was asked for. */
  readonly cardWish: CardWish;
  /** Codes of network certificates that were shown here. */
  readonly networkCodes: ShownCodes;
  readonly dialogs: DialogCover;
  readonly devices: () => readonly DeviceHealth[];
  readonly sync: SyncDesk;
  readonly sources: SourceDesk;
  readonly press: PressDesk;
  /** Opens the citizen's screen or brings it to the front; null when there is no shell. */
  readonly showCitizenScreen: (() => void) | null;
  /** Puts a text onto this computer's clipboard and takes it off again; null when there is no shell. */
  readonly copyText: ((text: string, forMs: number) => void) | null;
  readonly disk: DiskWatch;
  /** The bytes of scans and photos. */
  readonly files: FileBox;
  readonly practice: PracticeLine | null;
  readonly announce: <N extends EventName>(name: N, value: EventValue<N>) => void;
  /** HMAC-SHA256 of a normalised certificate number with the hall's key, hex: search and compare, never show. */
  readonly personKey: (certificateNumber: string) => string;
}

/** The catalogue in force at this window. */
export interface ItemShelf {
  readonly find: (text: string, limit: number) => readonly ItemHit[];
  /** Whether any catalogue is in force: a desk whose first one is large starts without. */
  readonly isThere: () => boolean;
  /** The newest version of an item. */
  readonly byCode: (code: string) => ServiceItem | null;
  /** Bundles for what a clerk typed, best first. */
  readonly findBundle: (text: string, limit: number) => readonly BundleHit[];
  readonly bundleById: (id: string) => Bundle | null;
  /** Every bundle in force, in the order of the package. */
  readonly bundles: () => readonly Bundle[];
  /** The duty because of which a paper may no longer be asked for (数据共享责任清单), or null. */
  readonly dutyOn: (
    material: Pick<ItemMaterial, 'nameZh' | 'electronicLicence' | 'dataShareQuery'>,
  ) => Duty | null;
  /** When this catalogue was last confirmed by the platform or loaded from a package. */
  readonly freshAtMs: () => number;
}

/** Where packages lie, and those on their way in. */
export interface PackageDesk {
  readonly folder: PackageFolder;
  readonly uploads: UploadBox;
  readonly background: BackgroundImport;
}

/** The outbox run as handlers see it. */
export interface SyncDesk {
  readonly view: () => SyncView;
  /** How the line stands, without looking at a single debt: cheap enough for every act. */
  readonly line: () => LineState;
  /** Starts a round now, even while waiting; resolves when the round is over. */
  readonly tryNow: () => Promise<void>;
  /** Something new is owed. */
  readonly wake: () => void;
}

/** Whoever holds licences and data, asked over the line to the province. Never throws, never waits for ever. */
export interface SourceDesk {
  readonly licence: (question: LicenceQuestion, waitMs: number) => Promise<LicenceAnswer>;
  readonly sharedData: (question: SharedQuestion, waitMs: number) => Promise<SharedAnswer>;
  readonly networkIdentity: (question: NetworkQuestion, waitMs: number) => Promise<NetworkAnswer>;
}

/** Presses notices into PDF when a shell is there to do it. */
export interface PressDesk {
  readonly wake: () => void;
}

export interface DiskWatch {
  readonly lastWriteAtMs: () => number | null;
  readonly writes: () => number;
  readonly trouble: () => string | null;
}
