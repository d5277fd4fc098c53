import { roundedWait } from '@/lib/wait-words'

let timer: ReturnType<typeof setInterval> | undefined

/**
 * Counts down the time left at the links that edit own comments, and removes them at its end. The text is in no live
 * region, so that screen readers say it with the link alone; without such links no timer runs.
 */
export function startEditTime(): void {
	clearInterval(timer)
	const now = Date.now()
	const links = [...document.querySelectorAll<HTMLElement>('[data-left]')].map((link) => ({
		link,
		end: now + Number(link.dataset.left) * 1000,
	}))
	if (links.length > 0) timer = setInterval(() => links.filter(showTime).length || clearInterval(timer), 1000)
}

/** Shows the time left of a link; returns whether it has any. */
function showTime({ link, end }: { link: HTMLElement; end: number }): boolean {
	const seconds = Math.ceil((end - Date.now()) / 1000)
	const text = link.querySelector<HTMLElement>('[data-words]')
	if (seconds > 0 && text) {
		const { count, unit } = roundedWait(seconds)
		const format = { style: 'unit', unit: unit.slice(0, -1), unitDisplay: 'long' } as const
		const time = new Intl.NumberFormat(document.documentElement.lang, format).format(count)
		const words = (text.dataset.words ?? '').replace('0', time)
		if (text.textContent !== words) text.textContent = words
		return true
	}
	if (link === document.activeElement) link.closest<HTMLElement>('.comment')?.focus()
	link.remove()
	return false
}
