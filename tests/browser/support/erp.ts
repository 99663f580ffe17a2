// What the ERP sends when something has changed: rows of the demonstration with other values, imported while the server
// runs, as an integration does it.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PortalServer } from "./server.mjs";

export type Row = Record<string, string>;

/** The rows of a table of the demonstration. */
export function rows(table: string): Row[] {
  const text = readFileSync(new URL(`../../../crates/store/demo/northwind/${table}.csv`, import.meta.url), "utf8");
  const [names, ...cells] = text.trimEnd().split(/\r?\n/).map(split);
  return cells.map((row) => Object.fromEntries(row.map((cell, at) => [names[at], cell])));
}

/** The order with this number, with these values changed. */
export function order(number: string, changed: Row = {}): Row {
  return { ...rows("salesorders").find((row) => row.msdyn_salesordernumber === number)!, ...changed };
}

/** The lines of an order, in their order, each changed as said. */
export function lines(order: Row, changed: (line: Row, at: number) => Row = () => ({})): Row[] {
  const own = rows("salesorderdetails").filter((row) => row.salesorderid === order.salesorderid);
  own.sort((one, other) => Number(one.lineitemnumber) - Number(other.lineitemnumber));
  return own.map((line, at) => ({ ...line, ...changed(line, at) }));
}

/** Imports rows, by table. */
export async function send(portal: PortalServer, tables: Record<string, Row[]>) {
  const folder = mkdtempSync(join(tmpdir(), "portal-erp-"));
  for (const [table, sent] of Object.entries(tables)) {
    const names = [...new Set(sent.flatMap((row) => Object.keys(row)))];
    const quoted = (cell = "") => `"${cell.replaceAll('"', '""')}"`;
    const written = sent.map((row) => names.map((name) => quoted(row[name])).join(","));
    writeFileSync(join(folder, `${table}.csv`), `${[names.join(","), ...written].join("\n")}\n`);
  }
  await portal.import(folder);
  rmSync(folder, { recursive: true });
}

/** The path of an order's page. */
export const path = (order: Row) => `/orders/${order.salesorderid}`;

/** Cells of one line of CSV. */
function split(line: string): string[] {
  const cells = [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)];
  return cells.map(([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain);
}
