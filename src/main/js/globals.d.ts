// What the bundles find in the page: the charter, written in front of each of them, and the libraries. That of
// vanilla-cookieconsent comes with the library's own types.

declare const CHARTER: any;

/** As much of Trusted Types as is used, and as if the trusted types were texts: TypeScript's own library lacks them. */
interface TrustedTypesPolicy {
  createHTML(text: string): string;
  createScript(text: string): string;
  createScriptURL(text: string): string;
}

declare const trustedTypes: { createPolicy(name: string, rules: TrustedTypesPolicy): TrustedTypesPolicy };

interface Navigator {
  globalPrivacyControl?: boolean;
}

interface Window {
  gtag?: (...command: unknown[]) => void;
  klaro?: KlaroLibrary;
  klaroConfig?: unknown;
  tarteaucitron?: TarteaucitronLibrary;
  tarteaucitronIsLoaded?: boolean;
}

declare const klaro: KlaroLibrary;
declare const tarteaucitron: TarteaucitronLibrary;

/** As much of klaro 0.7 as is used. */
interface KlaroLibrary {
  addEventListener(event: "render", listener: (configuration: { elementID?: string }) => void): void;
  getManager(configuration: object): KlaroManager;
  getElement(configuration: object): HTMLElement;
  render(configuration: object): void;
  show(configuration: object, modal: boolean): void;
}

interface KlaroManager {
  confirmed: boolean;
  changed: boolean;
  consents: Record<string, boolean>;
  savedConsents: Record<string, boolean>;
  readonly defaultConsents: Record<string, boolean>;
  readonly watchers: Set<unknown>;
  store: KlaroStore;
  loadConsents(): void;
  applyConsents(dryRun: boolean, alwaysConfirm: boolean, service: string): void;
  updateServiceElements(service: object, consent: boolean): void;
  changeAll(value: boolean): void;
  updateConsent(service: string, value: boolean): void;
  saveAndApplyConsents(event: string): void;
  watch(watcher: { update(source: unknown, name: string): void }): void;
}

interface KlaroStore {
  get(): string | null;
  set(value: string): void;
  delete(): void;
}

/** As much of tarteaucitron 1.34 as is used. */
interface TarteaucitronLibrary {
  lang: object;
  services: object;
  job: string[];
  hashtag: string;
  state: Record<string, boolean | string>;
  added: Record<string, boolean>;
  cookie: {
    read(): string;
    create(key: string, status: unknown): void;
    number(): void;
    checkCount(): void;
  };
  events: { load?: () => void };
  userInterface: {
    openAlert(): void;
    closeAlert(): void;
    openPanel(): void;
    closePanel(): void;
    respond(button: Element, status: boolean): void;
    respondAll(status: boolean, type?: string, leavesSafeOnes?: boolean): void;
    focusTrap: () => void;
    jsSizing: () => void;
  };
  addInternalScript(address: string, id: string, callback: () => void): void;
  init(parameters: object): void;
  load(): void;
  getLanguage(): string;
  setConsent(key: string, status: boolean): void;
  sendEvent(name: string): void;
  addClickEventToElement(element: Element, action: () => void): void;
}
