import * as words from './messages'
import { stored } from './storage'

/** Storage key of the choice to switch the key `/` off: keys of one character need a switch (WCAG 2.1.4). */
const SWITCH = 'square-search-key'

/** The key `/` goes to the search field of the page, or else to the search page. */
export function startSearchKey(): void {
	document.addEventListener('keydown', (event) => {
		const { key, ctrlKey, metaKey, altKey, target } = event
		if (key !== '/' || ctrlKey || metaKey || altKey || isTyping(target) || isOff()) return
		const field = document.querySelector<HTMLInputElement>('[data-search-field]')
		event.preventDefault()
		if (!field) return void document.querySelector<HTMLAnchorElement>('header a[href="/search"]')?.click()
		field.focus()
		field.select()
	})
	const line = document.querySelector<HTMLElement>('[data-search-key]')
	const button = line?.querySelector('button')
	if (!line || !button) return
	const show = () => {
		button.textContent = isOff() ? words.switchOn : words.switchOff
	}
	show()
	line.hidden = false
	button.addEventListener('click', () => {
		stored((storage) => (isOff() ? storage.removeItem(SWITCH) : storage.setItem(SWITCH, 'off')))
		show()
	})
}

const isTyping = (target: EventTarget | null): boolean =>
	target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea, select'))

const isOff = (): boolean => stored((storage) => storage.getItem(SWITCH)) === 'off'
