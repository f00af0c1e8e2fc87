import type { ColumnView, TableName } from '../../../../preload/contract';

type Kind = ColumnView['kind'];

export interface Column<K extends Kind = Kind> {
  readonly kind: K;
  /** Identifies a person or says something about one: masking, erasure and reports follow it. */
  readonly personal: boolean;
  /** An id for machines: hidden in the tab until asked for. */
  readonly technical: boolean;
  /** The search of the data tabs looks into it, by an index over its parts. */
  readonly searchable?: boolean;
  /** Of use when one row is looked at: hidden in the tab until asked for. */
  readonly detail?: boolean;
  /** Who of the staff has entered something: not about the person, and in no answer to them. */
  readonly staff?: boolean;
  /** ChatVault checks its values, or some of them: a phone number in it is one. Else it is free text. */
  readonly checked?: boolean;
}

export type Columns = Readonly<Record<string, Column>>;

export interface DataTable<C extends Columns = Columns> {
  readonly name: TableName;
  /** In the order of the CSV file and of the tab. */
  readonly columns: C;
  /** Whether the table has a tab: one that nothing can write to yet would be an empty promise. */
  readonly tab: boolean;
}

interface Values {
  text: string | null;
  number: number | null;
  instant: number;
  bytes: Uint8Array | null;
}

export type Row<C extends Columns> = { [K in keyof C]: Values[C[K]['kind']] };

/** A data table is declared once: tabs, CSV files, reads and the sweep follow from it. */
export function defineTable<const C extends Columns>(table: DataTable<C>): DataTable<C> {
  return Object.freeze(table);
}

export const text: Column<'text'> = { kind: 'text', personal: false, technical: false };
export const personal: Column<'text'> = { kind: 'text', personal: true, technical: false };
export const searchable: Column<'text'> = { ...personal, searchable: true };

/** A column that the tab leaves to the row's own page. */
export const inDetail = <K extends Kind>(column: Column<K>): Column<K> => ({
  ...column,
  detail: true,
});

/** A column with the name of a user. */
export const ofStaff = <K extends Kind>(column: Column<K>): Column<K> => ({
  ...column,
  staff: true,
});

/** A column of texts that are checked, or may be. */
export const checked = <K extends Kind>(column: Column<K>): Column<K> => ({
  ...column,
  checked: true,
});

export const technicalId: Column<'text'> = { kind: 'text', personal: false, technical: true };
/** An id that says something about a person: which option they chose. */
export const personalId: Column<'text'> = { ...personal, technical: true };
export const number: Column<'number'> = { kind: 'number', personal: false, technical: false };
/** Contents of a file: in no list and in no CSV file. */
export const bytes: Column<'bytes'> = { kind: 'bytes', personal: true, technical: true };
export const instant: Column<'instant'> = { kind: 'instant', personal: false, technical: false };

/**
 * Which terms were accepted with the row: their title, the number of their version, the SHA-256 of the text
 * in the language in which it was shown, and the id of the version.
 */
export const termsColumns = {
  terms_name: inDetail(text),
  terms_version: inDetail(text),
  terms_hash: inDetail(text),
  legal_version_id: technicalId,
} as const;

/** Postal and contact columns, shared by the tables that are about a named person. */
export const contactColumns = {
  email: searchable,
  firstname: searchable,
  lastname: searchable,
  street: inDetail(personal),
  house_number: inDetail(personal),
  zip: inDetail(personal),
  city: inDetail(personal),
  country: inDetail(personal),
  phone: checked(inDetail(searchable)),
} as const;
