/*
 * Parts of a page that differ between readers or change with each vote. A page rendered as a shell holds a
 * placeholder element for each; the server renders the parts and puts them in place.
 */

/** A placeholder of a shell: the part's name, and its props as JSON values. */
export type PartSlot = { name: string; props: unknown }

export const PLACEHOLDER_ELEMENT = 'page-part'
/** Attribute of the placeholder with its `PartSlot` as JSON. */
export const PLACEHOLDER_SLOT = 'data-slot'
