import { type Html, html } from '../../foundation/html/html';

export type Fact = readonly [label: string, value: string];

export function factList(facts: readonly Fact[]): Html {
  return html`<dl>
${facts.map(([label, value]) => html`<div><dt>${label}</dt><dd>${value}</dd></div>`)}
</dl>`;
}
