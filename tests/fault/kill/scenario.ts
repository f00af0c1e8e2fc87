/** The place where one round happens: a folder with everything that the scenario needs. */
export interface Site {
  readonly folder: string;
  /** A database key, hex. */
  readonly key: string;
}

/** What a process does until it is killed. */
export interface Scenario {
  /** Fills the template that each round starts from. */
  prepare(site: Site): Promise<void>;
  /** Runs in the process. `acknowledge` tells what a user was told: it must hold ever after. */
  run(site: Site, acknowledge: (what: string) => void): Promise<void>;
  /** Looks at what the killed process left, as the application would at its next start. */
  inspect(site: Site, acknowledged: readonly string[]): Promise<void>;
}
