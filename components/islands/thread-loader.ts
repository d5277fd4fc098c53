/** Loads the script of comments when they come near the screen; pages above them do not wait for it. */
export function startThread(): void {
	const section = document.getElementById('comments')
	const src = section?.dataset.script
	if (!section || !src || !('IntersectionObserver' in self)) return
	const observer = new IntersectionObserver(
		(entries) => {
			if (!entries.some(({ isIntersecting }) => isIntersecting)) return
			observer.disconnect()
			void import(src)
		},
		{ rootMargin: '200px' },
	)
	observer.observe(section)
}
