import { gatherWordLists, separateLists } from './paste-lists'
import { leaveOut, type Paste, pasteNotice } from './paste-notice'
import { writeRaised } from './paste-raised'
import { readStyles } from './paste-styles'
import { writeOutTables } from './paste-tables'

/**
 * Cleans clipboard HTML of word processors. The schema drops wrappers and styles by itself; it cannot
 * recognize comments, list items written as paragraphs, or nested lists.
 */
export function cleanedPaste(html: string): Paste {
	const page = new DOMParser().parseFromString(html, 'text/html')
	const left = leaveOut(page)
	dropPathLinks(page)
	gatherWordLists(page)
	separateLists(page)
	const tables = writeOutTables(page)
	readStyles(page)
	const raised = writeRaised(page)
	for (const title of page.querySelectorAll('h1')) rename(title, 'h2')
	for (const title of page.querySelectorAll('h4, h5, h6')) rename(title, 'h3')
	return { html: page.body.innerHTML, notice: pasteNotice(left, tables, raised) }
}

/** Removes relative links, which would change their site, unless the HTML was copied from this editor. */
function dropPathLinks(page: Document): void {
	if (page.querySelector('[data-pm-slice]')) return
	for (const link of page.querySelectorAll('a[href^="/"]')) link.replaceWith(...link.childNodes)
}

function rename(element: Element, tag: string): void {
	const renamed = element.ownerDocument.createElement(tag)
	renamed.append(...element.childNodes)
	element.replaceWith(renamed)
}
