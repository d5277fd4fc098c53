import { announce } from './announce'
import { part } from './parts'

export function startShare(): void {
	const section = document.getElementById('share')
	const address = section && part(section, 'address')
	const button = section && part(section, 'share')
	if (!address || !button) return
	if ('share' in navigator) button.textContent = 'Share …'
	button.hidden = false
	button.addEventListener('click', async () => {
		const url = address.textContent ?? ''
		if ('share' in navigator) await shareByDevice(url, address)
		else await copy(url, address)
	})
}

async function shareByDevice(url: string, address: HTMLElement): Promise<void> {
	try {
		await navigator.share({ title: document.querySelector('h1')?.textContent ?? '', url })
	} catch (error) {
		// Closing the device's sheet is no failure.
		if (!(error instanceof DOMException && error.name === 'AbortError')) await copy(url, address)
	}
}

async function copy(url: string, address: HTMLElement): Promise<void> {
	try {
		await navigator.clipboard.writeText(url)
		announce('The link is copied.')
		flash('Copied')
	} catch {
		getSelection()?.selectAllChildren(address)
		announce('The link is selected, ready to be copied.')
	}
}

/** How long the button says what it has done. */
const FLASH_MS = 2_000
let flashing = 0

function flash(text: string): void {
	const section = document.getElementById('share')
	const button = section && part(section, 'share')
	if (!button) return
	const before = button.dataset.label ?? button.textContent ?? ''
	button.dataset.label = before
	button.textContent = text
	clearTimeout(flashing)
	flashing = window.setTimeout(() => {
		button.textContent = before
	}, FLASH_MS)
}
