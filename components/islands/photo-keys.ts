/** The arrow keys and Escape follow the links of a photograph's page. */
export function startPhotoKeys(): void {
	const stage = document.getElementById('photo')
	if (!stage) return
	document.addEventListener('keydown', ({ key, ctrlKey, metaKey, altKey, shiftKey }) => {
		if (ctrlKey || metaKey || altKey || shiftKey) return
		const forward = document.dir === 'rtl' ? 'ArrowLeft' : 'ArrowRight'
		const isArrow = key === 'ArrowLeft' || key === 'ArrowRight'
		const link =
			key === 'Escape' ? '[data-part="back"]' : isArrow && `[rel="${key === forward ? 'next' : 'prev'}"]`
		if (link) stage.querySelector<HTMLAnchorElement>(link)?.click()
	})
}
