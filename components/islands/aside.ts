import { create, part } from './data-parts'

/** The sentence about a vote that does not count. */
export const asideIn = (section: Element): string | null => part(section, 'aside')?.textContent ?? null

export function showAside(section: Element, aside: string | null): void {
	part(section, 'aside')?.remove()
	if (!aside) return
	const line = create('p', aside)
	line.dataset.part = 'aside'
	section.append(line)
}
