import {
  ActionIcon,
  Alert,
  Badge,
  Button,
  type CSSVariablesResolver,
  createTheme,
  Drawer,
  Input,
  Loader,
  type MantineColorsTuple,
  Menu,
  Modal,
  Paper,
  PasswordInput,
  Switch,
  Table,
  Tabs,
  TextInput,
  Tooltip,
} from '@mantine/core';

/** Deep teal. White on 7 has 6.1:1, 4 on dark 7 has 6.7:1. */
const petrol: MantineColorsTuple = [
  '#eef8f8',
  '#dcefef',
  '#b6dfdf',
  '#8dcdce',
  '#62b8bb',
  '#3b9fa4',
  '#1f868c',
  '#0f6d74',
  '#0b565c',
  '#084147',
];

/** Cool greys. 4 outlines fields (3.1:1 on white), 6 is for secondary text (4.8:1 on 0). */
const gray: MantineColorsTuple = [
  '#f6f8f8',
  '#edf1f1',
  '#e1e7e8',
  '#cfd8da',
  '#87959b',
  '#7f8e95',
  '#5d6c74',
  '#495860',
  '#334047',
  '#1b252a',
];

/** 7 is the page, 2 is for secondary text (5.4:1), 3 outlines fields. */
const dark: MantineColorsTuple = [
  '#d6dee1',
  '#b7c3c8',
  '#94a2a9',
  '#6d7d85',
  '#3a4850',
  '#2e3a41',
  '#232d33',
  '#192126',
  '#13191d',
  '#0c1114',
];

/** Mantine's reds, one step darker: white on 7 has 5.5:1. */
const red: MantineColorsTuple = [
  '#fff5f5',
  '#ffe3e3',
  '#ffc9c9',
  '#ffa8a8',
  '#ff8787',
  '#fa5252',
  '#e03131',
  '#c92a2a',
  '#b02525',
  '#962020',
];

export const theme = createTheme({
  black: '#1b252a',
  primaryColor: 'petrol',
  primaryShade: 7,
  colors: { petrol, gray, dark, red },
  fontFamily: "'Inter Variable', system-ui, sans-serif",
  fontFamilyMonospace: "ui-monospace, 'Cascadia Mono', 'SF Mono', 'DejaVu Sans Mono', monospace",
  fontSizes: { xs: '12px', sm: '13.5px', md: '15px', lg: '17px', xl: '20px' },
  spacing: { xs: '8px', sm: '12px', md: '16px', lg: '24px', xl: '32px' },
  radius: { xs: '3px', sm: '4px', md: '6px', lg: '10px', xl: '16px' },
  defaultRadius: 'md',
  headings: {
    fontWeight: '600',
    sizes: {
      h1: { fontSize: '20px', lineHeight: '28px' },
      h2: { fontSize: '15px', lineHeight: '24px' },
      h3: { fontSize: '13.5px', lineHeight: '20px' },
      // No headings, but sizes: of a view within a screen, and of a part of one.
      h4: { fontSize: '17px', lineHeight: '24px' },
      h5: { fontSize: '15px', lineHeight: '24px' },
    },
  },
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    ActionIcon: ActionIcon.extend({ defaultProps: { variant: 'subtle', color: 'gray' } }),
    Alert: Alert.extend({
      vars: ({ primaryColor }, { color = primaryColor }) => ({
        root: {
          '--alert-bg': `color-mix(in srgb, var(--mantine-color-${color}-5) 9%, var(--cv-surface))`,
          '--alert-bd': `1px solid color-mix(in srgb, var(--mantine-color-${color}-5) 40%, var(--cv-surface))`,
          '--alert-color': 'var(--mantine-color-text)',
        },
      }),
      styles: {
        root: { padding: '8px 16px' },
        body: { gap: 2 },
        message: { color: 'inherit' },
        icon: { width: 18, height: 18, marginTop: 2 },
      },
    }),
    Badge: Badge.extend({
      defaultProps: { variant: 'light', size: 'sm', radius: 'sm' },
      styles: { root: { textTransform: 'none', fontWeight: 500 } },
    }),
    Button: Button.extend({
      defaultProps: { size: 'sm' },
      styles: { root: { fontWeight: 550 } },
    }),
    Drawer: Drawer.extend({
      styles: { title: { fontSize: '17px', fontWeight: 600, lineHeight: '24px' } },
    }),
    InputWrapper: Input.Wrapper.extend({
      styles: {
        description: { fontSize: '12px', lineHeight: '16px' },
        error: { fontSize: '12px', lineHeight: '16px' },
        // The asterisk stays with the last word of its label.
        required: { whiteSpace: 'nowrap' },
      },
    }),
    // A span without a role must not be named.
    Loader: Loader.extend({ defaultProps: { role: 'status' } }),
    // Its placeholder for the first focus is no item, and a menu may hold nothing else.
    Menu: Menu.extend({ defaultProps: { shadow: 'md', withInitialFocusPlaceholder: false } }),
    Modal: Modal.extend({
      defaultProps: { centered: true, padding: 'lg', radius: 'lg' },
      styles: {
        title: { fontSize: '17px', fontWeight: 600, lineHeight: '24px' },
        // Only the body scrolls: its scroll bar leaves the title and the round corners alone.
        content: { display: 'flex', flexDirection: 'column', overflow: 'hidden' },
        header: { flex: 'none' },
        // The outline of what has the focus at the top of the body is not cut by the heading.
        body: { flex: '1 1 auto', minHeight: 0, overflowY: 'auto', paddingTop: 4 },
      },
    }),
    // The `header` of a dialog would count as a second banner of the page.
    ModalHeader: Modal.Header.extend({ defaultProps: { role: 'none' } }),
    Paper: Paper.extend({ defaultProps: { radius: 'lg' } }),
    PasswordInput: PasswordInput.extend({ defaultProps: { size: 'sm' } }),
    Switch: Switch.extend({ styles: { description: { fontSize: '12px', lineHeight: '18px' } } }),
    Table: Table.extend({ defaultProps: { verticalSpacing: 6, horizontalSpacing: 'sm' } }),
    Tabs: Tabs.extend({
      defaultProps: { keepMounted: false },
      vars: () => ({ root: { '--tabs-color': 'var(--cv-accent)' } }),
    }),
    TextInput: TextInput.extend({ defaultProps: { size: 'sm' } }),
    Tooltip: Tooltip.extend({ defaultProps: { openDelay: 300, withArrow: true } }),
  },
});

/**
 * The grounds of buttons, badges and icons of the kind `light`, in dark: a breath of their color over the
 * surface. Mantine's are darker than what they lie on, and the strongest on the screen.
 */
const lightInDark = (colors: readonly string[]): Record<string, string> =>
  Object.fromEntries(
    colors.flatMap((name) => {
      const over = (percent: number) =>
        `color-mix(in srgb, var(--mantine-color-${name}-5) ${percent}%, var(--cv-surface))`;
      return [
        [`--mantine-color-${name}-light`, over(22)],
        [`--mantine-color-${name}-light-hover`, over(30)],
        [`--mantine-color-${name}-light-color`, `var(--mantine-color-${name}-2)`],
      ];
    }),
  );

export const cssVariables: CSSVariablesResolver = ({ colors }) => ({
  variables: {},
  light: {
    '--mantine-color-error': 'var(--mantine-color-red-7)',
    '--mantine-color-placeholder': 'var(--mantine-color-gray-6)',
    '--mantine-color-default-border': 'var(--mantine-color-gray-3)',
    // On their own light grounds, where Mantine's have 3.6:1 at most, these have 5.7:1.
    '--mantine-color-orange-light-color': '#ad3a08',
    '--mantine-color-red-light-color': '#b42318',
    '--cv-canvas': 'var(--mantine-color-gray-0)',
    '--cv-surface': 'var(--mantine-color-white)',
    '--cv-line': 'var(--mantine-color-gray-2)',
    '--cv-hover': 'var(--mantine-color-gray-1)',
    '--cv-accent': 'var(--mantine-color-petrol-7)',
    '--cv-accent-soft': 'var(--mantine-color-petrol-0)',
    // Mantine's darkest green has 4.4:1 on white, this 6:1.
    '--cv-good': '#237032',
  },
  dark: {
    ...lightInDark(Object.keys(colors)),
    '--mantine-color-error': 'var(--mantine-color-red-4)',
    '--mantine-color-placeholder': 'var(--mantine-color-dark-2)',
    '--cv-canvas': 'var(--mantine-color-dark-8)',
    '--cv-surface': 'var(--mantine-color-dark-7)',
    '--cv-line': 'var(--mantine-color-dark-5)',
    '--cv-hover': 'var(--mantine-color-dark-6)',
    '--cv-accent': 'var(--mantine-color-petrol-3)',
    '--cv-accent-soft': '#16333a',
    '--cv-good': 'var(--mantine-color-green-4)',
  },
});
