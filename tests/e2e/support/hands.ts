import { expect, type Locator, type Page } from 'playwright/test';

/** One way to work the builder: everything that building an experience takes. */
export interface Hands {
  /** Makes an experience without any module, and shows it. */
  createExperience(name: string): Promise<void>;
  /** Both leave the new module selected. */
  addFirst(moduleName: string): Promise<void>;
  addBelow(branch: Branch, moduleName: string): Promise<void>;
  connect(branch: Branch, target: Target): Promise<void>;
  /** Goes to the settings of the module that was just added. */
  beginSettings(module: Locator, moduleName: string): Promise<void>;
  /** Leaves them, for the module on the canvas. */
  endSettings(module: Locator): Promise<void>;
  /** Goes from a module back to the one below which it was added. */
  goBack(to: Locator): Promise<void>;
  press(button: Locator): Promise<void>;
  flip(toggle: Locator): Promise<void>;
  write(field: Locator, text: string): Promise<void>;
  choose(select: Locator, option: string): Promise<void>;
}

export interface Branch {
  readonly module: Locator;
  readonly label: string;
  /** Its place among the module's branches. */
  readonly index: number;
}

export interface Target {
  readonly module: Locator;
  /** As lists of modules call it. */
  readonly title: string;
}

const MOST_TABS = 60;

/** Goes on with Tab (or back with Shift) until the focus is there, as a keyboard user has to. */
export async function tabTo(page: Page, target: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab') {
  await expect(target).toBeVisible();
  for (let presses = 0; presses < MOST_TABS; presses++) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press(key);
  }
  throw new Error(`${MOST_TABS} presses of ${key} do not lead to ${target}.`);
}

const addButton = ({ module, index }: Branch) => module.locator('button[data-branch]').nth(index);
const palette = (page: Page) => page.getByRole('combobox', { name: 'Search modules' });
const option = (page: Page, name: string) => page.getByRole('option', { name, exact: true });
const newExperience = (page: Page) => page.getByRole('dialog', { name: 'New experience' });

/** Whether the pointer reaches all of the module, and its buttons below: nothing lies over them. */
async function isFree(module: Locator): Promise<boolean> {
  if (!(await module.isVisible())) return false;
  return module.evaluate((element) => {
    const { left, right, top, bottom } = element.getBoundingClientRect();
    const canvas = element.closest('.react-flow');
    return [left, (left + right) / 2, right].every((x) =>
      [top, bottom + 42].every((y) => {
        const hit = document.elementFromPoint(x, y);
        return hit?.closest('.react-flow') === canvas && !hit?.closest('.react-flow__panel');
      }),
    );
  });
}

async function middleOf(element: Locator) {
  const box = await element.boundingBox();
  if (!box) throw new Error(`${element} is not to be seen.`);
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

/** No key but those that type a text into a field. */
export function mouse(page: Page): Hands {
  /** The whole flow, unless the module can be pointed at as it is. */
  const show = async (...modules: Locator[]) => {
    const shown = await Promise.all(modules.map(isFree));
    if (shown.includes(false))
      await page.getByRole('button', { name: 'Show the whole flow' }).click();
  };
  const pick = async (moduleName: string) => {
    const kind = page
      .getByRole('option')
      .filter({ has: page.getByText(moduleName, { exact: true }) });
    await kind.click();
  };
  return {
    createExperience: async (name) => {
      await page.getByRole('heading', { level: 1 }).getByRole('button').click();
      await page.getByRole('menuitem', { name: 'New experience…' }).click();
      await newExperience(page).getByLabel('Name').fill(name);
      await newExperience(page).getByRole('button', { name: 'Create' }).click();
    },
    addFirst: async (moduleName) => {
      await page.getByRole('button', { name: 'Add the first module' }).click();
      await pick(moduleName);
    },
    addBelow: async (branch, moduleName) => {
      await show(branch.module);
      await addButton(branch).click();
      await pick(moduleName);
    },
    connect: async ({ module, index }, target) => {
      await show(module, target.module);
      const handle = module.locator('.react-flow__handle.source').nth(index);
      await handle.hover();
      await page.mouse.down();
      // A drag begins with a move, and modules take an edge only then.
      const { x, y } = await middleOf(handle);
      await page.mouse.move(x, y + 8, { steps: 2 });
      await expect(page.locator('.connecting')).toBeVisible();
      await target.module.hover();
      await expect(page.locator('.react-flow__connection.valid')).toBeAttached();
      await page.mouse.up();
      await expect(page.locator('.connecting')).toBeHidden();
    },
    beginSettings: async () => undefined,
    endSettings: async () => undefined,
    goBack: async () => undefined,
    press: (button) => button.click(),
    // Its track covers the input itself.
    flip: (toggle) => toggle.locator('xpath=following-sibling::span[1]').click(),
    write: (field, text) => field.fill(text),
    choose: async (select, name) => {
      // At the edge of the panel, a field that grows above it would push it out of sight, and its list with it.
      await select.evaluate((element) => element.scrollIntoView({ block: 'center' }));
      await select.click();
      await option(page, name).click();
    },
  };
}

/** No event of a mouse at all. */
export function keyboard(page: Page): Hands {
  const { keyboard: keys } = page;
  const press = async (control: Locator) => {
    await tabTo(page, control);
    await keys.press('Space');
  };
  return {
    createExperience: async (name) => {
      await tabTo(page, page.getByRole('heading', { level: 1 }).getByRole('button'));
      await keys.press('Enter');
      // The focus goes into the menu once it is open.
      await expect(page.getByRole('menu').locator(':focus')).toBeVisible();
      await keys.press('End');
      await expect(page.getByRole('menuitem', { name: 'New experience…' })).toBeFocused();
      await keys.press('Enter');
      await expect(newExperience(page).getByLabel('Name')).toBeFocused();
      await keys.type(name);
      await keys.press('Enter');
    },
    addFirst: async (moduleName) => {
      await tabTo(page, page.getByRole('button', { name: 'Add the first module' }));
      await keys.press('Enter');
      await addFromPalette(page, moduleName);
    },
    addBelow: async (branch, moduleName) => {
      for (let tabs = 0; tabs <= branch.index; tabs++) await keys.press('Tab');
      await expect(addButton(branch)).toBeFocused();
      await keys.press('Enter');
      await addFromPalette(page, moduleName);
    },
    connect: async ({ module, label }, { title }) => {
      await keys.press('c');
      const dialog = page.getByRole('dialog');
      const target = dialog.getByRole('combobox', { name: 'Leads to' });
      await expect(target).toBeFocused();
      const branches = dialog.getByRole('combobox', { name: 'Branch' });
      if (await branches.isVisible()) {
        if ((await branches.inputValue()) !== label) {
          await keys.press('Shift+Tab');
          await expect(branches).toBeFocused();
          await chooseByArrows(page, branches, label);
          await keys.press('Tab');
        }
      }
      await keys.insertText(title);
      await expect(activeOption(page)).toHaveText(title);
      await keys.press('Enter');
      await keys.press('Enter');
      await expect(module).toBeFocused();
    },
    beginSettings: async (module, moduleName) => {
      await expect(module).toBeFocused();
      await keys.press('Enter');
      const settings = page.getByRole('region', { name: moduleName, exact: true });
      await expect(settings.locator(':focus')).toBeVisible();
    },
    endSettings: async (module) => {
      if (await page.getByRole('listbox').isVisible()) await keys.press('Escape');
      await keys.press('Escape');
      await expect(module).toBeFocused();
    },
    goBack: async (to) => {
      await keys.press('ArrowUp');
      await expect(to).toBeFocused();
    },
    press,
    flip: press,
    write: async (field, text) => {
      await tabTo(page, field);
      await keys.press('Control+A');
      await (text === '' ? keys.press('Delete') : keys.insertText(text));
    },
    choose: async (select, name) => {
      await tabTo(page, select);
      await chooseByArrows(page, select, name);
    },
  };
}

async function addFromPalette(page: Page, moduleName: string) {
  await expect(palette(page)).toBeFocused();
  await page.keyboard.type(moduleName);
  const first = page.getByRole('option', { selected: true });
  await expect(first.getByText(moduleName, { exact: true })).toBeVisible();
  await page.keyboard.press('Enter');
}

async function chooseByArrows(page: Page, select: Locator, name: string) {
  await page.keyboard.press('ArrowDown');
  await expect(select).toHaveAttribute('aria-activedescendant', /./);
  const length = await page.getByRole('option').count();
  for (let presses = 0; presses <= length; presses++) {
    if ((await activeOption(page).textContent()) === name) {
      await page.keyboard.press('Enter');
      return;
    }
    await page.keyboard.press('ArrowDown');
  }
  throw new Error(`The arrow keys do not lead to ${name}.`);
}

/** The option that Enter would choose. */
function activeOption(page: Page): Locator {
  return page.getByRole('option').and(page.locator('[data-combobox-selected]'));
}
