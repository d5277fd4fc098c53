/** With Save-Data each picture is a link to its file; a click replaces the link by the picture. */
export function startPhotos(): void {
	document.addEventListener('click', (event) => {
		const link = (event.target as Element).closest<HTMLAnchorElement>('a[data-part="picture"]')
		if (!link || event.button > 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return
		event.preventDefault()
		const image = new Image()
		image.alt = link.querySelector('span')?.textContent ?? ''
		image.tabIndex = -1
		image.src = link.href
		link.replaceWith(image)
		image.focus({ preventScroll: true })
	})
}
