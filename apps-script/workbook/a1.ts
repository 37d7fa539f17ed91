/** The name of a column, from its index: 0 is A, 26 is AA. */
export function columnName(index: number): string {
  let name = "";
  for (let rest = index + 1; rest > 0; rest = Math.floor((rest - 1) / 26))
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
  return name;
}

/** A sheet's name as ranges need it. */
export const quotedTitle = (title: string): string => `'${title.replace(/'/g, "''")}'`;

/** A range of cells in A1 notation, from indexes that count from 0; the ends are included. */
export function a1(title: string, top: number, left: number, bottom: number, right: number): string {
  return `${quotedTitle(title)}!${columnName(left)}${top + 1}:${columnName(right)}${bottom + 1}`;
}
