import type { Page } from "playwright-core";
import type { Control } from "../replica/page/control";

/** The replica's page, as a person meets it, with its control for what a person cannot do. */
export class Editor {
  constructor(readonly page: Page) {}

  /** Types into the event iframe, which has the keyboard; resolves when it is painted. */
  async type(text: string): Promise<void> {
    await this.page.keyboard.type(text);
    await this.settled();
  }

  async press(key: string): Promise<void> {
    await this.page.keyboard.press(key);
    await this.settled();
  }

  /** Shows the page as a screen with so many device pixels a CSS pixel does. */
  async ratio(deviceScaleFactor: number): Promise<void> {
    const { width, height } = this.page.viewportSize() ?? { width: 1280, height: 800 };
    const session = await this.page.context().newCDPSession(this.page);
    await session.send("Emulation.setDeviceMetricsOverride", { width, height, deviceScaleFactor, mobile: false });
    await this.page.waitForFunction((ratio) => window.devicePixelRatio === ratio, deviceScaleFactor);
    await this.settled();
  }

  settled(): Promise<void> {
    return this.page.evaluate(() => window.__replica.settled());
  }

  /** Calls one function of the control and waits until it is painted. */
  async call<Name extends Call>(
    name: Name,
    ...args: Parameters<Control[Name]>
  ): Promise<Awaited<ReturnType<Control[Name]>>> {
    const result = await this.page.evaluate(
      async ([called, given]) => {
        const control = window.__replica;
        const value = await (control[called] as (...all: unknown[]) => unknown)(...given);
        if (called !== "paint") await control.settled();
        return value;
      },
      [name, args] as const,
    );
    return result as Awaited<ReturnType<Control[Name]>>;
  }
}

type Call = {
  [Name in keyof Control]: Control[Name] extends (...args: never[]) => unknown ? Name : never;
}[keyof Control];
