import * as words from './messages'
import { isOff, PLACES, SWITCH } from './place-storage'
import { stored } from './storage'

/** The switch on the page of the reading list. */
export function startPlacesSwitch(): void {
	const section = document.querySelector<HTMLElement>('[data-places]')
	const button = section?.querySelector('button')
	if (!section || !button || !stored(() => true)) return
	const show = () => {
		button.textContent = isOff() ? words.switchOn : words.switchOff
	}
	show()
	section.hidden = false
	button.addEventListener('click', () => {
		stored((storage) => {
			if (isOff()) return storage.removeItem(SWITCH)
			storage.setItem(SWITCH, '')
			storage.removeItem(PLACES)
		})
		show()
	})
}
