import type { ReactNode } from 'react'
import type { Mood } from '@/lib/moods'
import './moods.css'

/** A mood as a face: a head of 48 units with the mood's features drawn on it. */
export function Face({ mood }: { mood: Mood }) {
	return (
		<svg className="mood-face" viewBox="0 0 48 48" aria-hidden="true">
			<circle className="mood-head" cx="24" cy="24" r="20" />
			<g className="mood-features">{FEATURES[mood]}</g>
		</svg>
	)
}

const FEATURES: Record<Mood, ReactNode> = {
	happy: (
		<>
			<path d="M14.5 20.5q2.75-4 5.5 0M28 20.5q2.75-4 5.5 0" />
			<path d="M13.5 27.5c2 5.2 5.8 8 10.5 8s8.5-2.8 10.5-8" />
		</>
	),
	sad: (
		<>
			<path d="M13.5 17.5l6-2.5M34.5 17.5l-6-2.5" />
			<path className="mood-solid" d="M18 21.5v2M30 21.5v2" />
			<path d="M16.5 35c1.5-3.5 4.2-5.2 7.5-5.2s6 1.7 7.5 5.2" />
		</>
	),
	excited: (
		<>
			<path d="M13.5 16.5l6 3.2-6 3.2M34.5 16.5l-6 3.2 6 3.2" />
			<path d="M14.5 27.5h19c-.4 5.600-4.2 9-9.5 9s-9.100-3.400-9.5-9z" />
		</>
	),
	sleepy: (
		<>
			<path d="M13.5 22q3 3.400 6 0M28.5 22q3 3.400 6 0" />
			<ellipse cx="24" cy="32" rx="3.2" ry="3.7" />
			<path d="M28 9.5h5.5l-5.5 5.5h5.5" />
		</>
	),
	angry: (
		<>
			<path d="M13.5 15.5l7 4M34.5 15.5l-7 4" />
			<path className="mood-solid" d="M17.7 23v1.5M30.300 23v1.5" />
			<path d="M16 34.5l3.2-3 3.2 3 3.2-3 3.2 3 3.2-3" />
		</>
	),
	surprise: (
		<>
			<path d="M13.5 14q3-3 6-1M34.5 14q-3-3-6-1" />
			<circle cx="17" cy="20.5" r="2.8" />
			<circle cx="31" cy="20.5" r="2.8" />
			<ellipse cx="24" cy="32.5" rx="4" ry="5" />
		</>
	),
}
