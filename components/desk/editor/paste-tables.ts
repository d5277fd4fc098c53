/**
 * Converts tables, which bodies lack: each row becomes a paragraph. A table of one column is treated as page
 * layout and unwrapped.
 * @returns the number of tables written as rows
 */
export function writeOutTables(page: Document): number {
	let written = 0
	for (const table of [...page.querySelectorAll('table')].reverse()) {
		const rows = [...table.rows]
		if (table.caption) table.before(paragraphWith(table.caption))
		if (rows.every(({ cells }) => cells.length < 2))
			table.before(...rows.flatMap(({ cells }) => [...(cells[0]?.childNodes ?? [])]))
		else {
			table.before(...rows.flatMap((row) => paragraphOf(row) ?? []))
			written += 1
		}
		table.remove()
	}
	return written
}

function paragraphOf(row: HTMLTableRowElement): HTMLElement | null {
	const written = [...row.cells].filter((cell) => cell.textContent?.trim())
	if (written.length === 0) return null
	const paragraph = row.ownerDocument.createElement('p')
	for (const [index, cell] of written.entries()) {
		for (const block of [...cell.querySelectorAll(BLOCKS)].reverse())
			block.replaceWith(' ', ...block.childNodes, ' ')
		paragraph.append(index > 0 ? CELL_BORDER : '', ...cell.childNodes)
	}
	return paragraph
}

function paragraphWith(element: Element): HTMLElement {
	const paragraph = element.ownerDocument.createElement('p')
	paragraph.append(...element.childNodes)
	return paragraph
}

const CELL_BORDER = ' · '
const BLOCKS = 'p, div, ul, ol, li, blockquote, pre, br, h1, h2, h3, h4, h5, h6'
