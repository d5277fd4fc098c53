/** Sets the bar within an element to a share of a hundred. */
export function showBar(within: Element, percent: number): void {
	within.querySelector('svg > rect')?.setAttribute('width', String(percent))
}
