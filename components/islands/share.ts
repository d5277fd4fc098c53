import { announce } from './announce'
import { create, part } from './data-parts'
import * as words from './messages'

export function startShare(): void {
	const section = document.getElementById('share')
	const address = section && part(section, 'address')
	const mail = section && part(section, 'ways')?.querySelector('a')
	if (!address || !mail) return
	const button = create('button', 'share' in navigator ? words.share : words.copyLink)
	button.type = 'button'
	button.className = mail.className
	mail.before(button, ' ')
	button.addEventListener('click', async () => {
		const url = address.textContent ?? ''
		if ('share' in navigator) await shareByDevice(url, address, button)
		else await copy(url, address, button)
	})
}

async function shareByDevice(url: string, address: HTMLElement, button: HTMLElement): Promise<void> {
	try {
		await navigator.share({ title: document.querySelector('h1')?.textContent ?? '', url })
	} catch (error) {
		// Closing the device's share dialog is no failure.
		if (!(error instanceof DOMException && error.name === 'AbortError')) await copy(url, address, button)
	}
}

async function copy(url: string, address: HTMLElement, button: HTMLElement): Promise<void> {
	try {
		await navigator.clipboard.writeText(url)
		announce(words.linkCopied)
		flash(button, words.copied)
	} catch {
		getSelection()?.selectAllChildren(address)
		announce(words.linkSelected)
	}
}

/** Duration of the "Copied" label, in ms. */
const FLASH_MS = 2_000
let flashing = 0

function flash(button: HTMLElement, text: string): void {
	const before = button.dataset.label ?? button.textContent ?? ''
	button.dataset.label = before
	button.textContent = text
	clearTimeout(flashing)
	flashing = window.setTimeout(() => {
		button.textContent = before
	}, FLASH_MS)
}
