/** Sets the percentage of the bar within an element, 0 to 100. */
export function showBar(within: Element, percent: number): void {
	within.querySelector('svg > rect')?.setAttribute('width', String(percent))
}
