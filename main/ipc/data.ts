import type { Handlers } from './router';

export const dataHandlers = {
  'data.tables': (_, { data }) => data.tables(),
  'data.page': (request, { data }) => data.page(request),
  'data.ids': async (span, { data }) => data.ids(span),
  'data.row': (row, { data }) => data.row(row),
  'data.filterChoices': ({ table }, { data }) => data.filterChoices(table),
  'data.deleteRow': ({ table, id }, { data }) => data.deleteRow(table, id),
  'data.deleteAll': (request, { data }) => data.deleteAll(request),
  'data.cancelDeletion': async (_, { data }) => data.cancelDeletion(),
  'masking.view': (_, { masking }) => masking.view(),
  'masking.setRule': ({ rule }, { masking }) => masking.setRule(rule),
  'masking.setMine': ({ isMasked }, { masking }) => masking.setMine(isMasked),
  'masking.reveal': (request, { masking }) => masking.reveal(request),
  'masking.hide': (_, { masking }) => masking.hide(),
  'views.list': (_, { views }) => views.list(),
  'views.save': (view, { views }) => views.save(view),
  'views.rename': (change, { views }) => views.rename(change),
  'views.remove': ({ id }, { views }) => views.remove(id),
} satisfies Partial<Handlers>;
