/** What an article as a whole is about. */
export interface Matter {
  /** Services and inspectorates by how much the article speaks of them. */
  services: string[];
  inspectorates: string[];
  /** Foster carers or children in care are spoken of. */
  ofChildren: boolean;
  /** "Inspectors", "the watchdog": some inspectorate is spoken of. */
  inspected: boolean;
  /** The title, or where it names no council the opening, is about a school, a home, an agency. */
  providerTitle: boolean;
  /** The title tells what a council plans for schools or homes: a grade of the council may be mentioned beside it. */
  providerPlanned: boolean;
  /** Some school, home or agency is spoken of. */
  providers: boolean;
  /** Areas on which schools, homes and agencies are judged as councils are. */
  providerAreas: Set<string>;
}
