import { gatherWordLists, separateLists } from './paste-lists'
import { leaveOut, type Paste, pasteNotice } from './paste-notice'
import { writeRaised } from './paste-raised'
import { readStyles } from './paste-styles'
import { writeOutTables } from './paste-tables'

/**
 * Prepares what word processors put on the clipboard. The schema drops all wrappers and styles by itself; it
 * cannot know comments from text, which paragraphs were list items, and that lists here are flat.
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

/** A path means a page of this site here, and one of another where it was copied, unless that was the editor. */
function dropPathLinks(page: Document): void {
	if (page.querySelector('[data-pm-slice]')) return
	for (const link of page.querySelectorAll('a[href^="/"]')) link.replaceWith(...link.childNodes)
}

function rename(element: Element, tag: string): void {
	const renamed = element.ownerDocument.createElement(tag)
	renamed.append(...element.childNodes)
	element.replaceWith(renamed)
}
