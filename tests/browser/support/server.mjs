// The real server, on a port of its own, with a copy of the demonstration data of its own.
import { execFileSync, spawn } from "node:child_process";
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const root = resolve(dirname(fileURLToPath(import.meta.url)), "../../..");
const ending = process.platform === "win32" ? ".exe" : "";
const program = process.env.PORTAL_SERVER ?? join(root, `target/debug/portal-server${ending}`);
const site = process.env.PORTAL_SITE ?? join(root, "dist");

/** Makes the database that every server gets a copy of, and answers its folder. */
export function makeTemplate() {
  const folder = mkdtempSync(join(tmpdir(), "portal-template-"));
  execFileSync(program, ["demo", "--database", database(folder)], { stdio: ["ignore", "ignore", "inherit"] });
  return folder;
}

const database = (folder) => `sqlite://${join(folder, "portal.sqlite")}`;

export class PortalServer {
  /** Starts with a copy of the template's data. */
  static async start(template) {
    const server = new PortalServer();
    server.folder = mkdtempSync(join(tmpdir(), "portal-"));
    cpSync(template, server.folder, { recursive: true });
    await server.serve("127.0.0.1:0");
    return server;
  }

  async serve(listen) {
    // One second for each step of the stand-in for the ERP, so that nobody has to wait.
    const words = ["serve", "--database", database(this.folder), "--listen", listen, "--site", site, "--simulate-erp", "--erp-pace", "1"];
    this.process = spawn(program, words, { stdio: ["ignore", "pipe", "pipe"] });
    this.url = await new Promise((found, failed) => {
      let said = "";
      const listenTo = (text) => {
        said += text;
        const address = /listening on (http:\/\/\S+)/.exec(said);
        if (address) found(address[1].replace(/\/$/, ""));
      };
      this.process.stdout.setEncoding("utf8").on("data", listenTo);
      this.process.stderr.setEncoding("utf8").on("data", listenTo);
      this.process.once("exit", (code) => failed(new Error(`portal-server ended with ${code}:\n${said}`)));
      this.process.once("error", failed);
    });
  }

  async end() {
    const ended = new Promise((done) => this.process.once("exit", done));
    this.process.kill("SIGTERM");
    await ended;
  }

  /** Ends the server and starts it again at the same address, with the same data. */
  async restart() {
    await this.end();
    await this.serve(new URL(this.url).host);
  }

  /** Ends the server and removes its data. */
  async stop() {
    await this.end();
    rmSync(this.folder, { recursive: true, force: true });
  }
}
