'use client'

import { type MouseEvent, useEffect, useRef, useState } from 'react'
import { ChoiceGroup, TextField } from '@/components/desk/form/fields'
import { fieldId, useForm } from '@/components/desk/form/form-context'
import { Picture } from '@/components/photos/picture'
import type { PhotoView } from '@/domain/articles/views'
import styles from './focal-field.module.css'

type Point = { x: number; y: number }

/** Aspect ratios to which stories, front pages and share cards crop. */
const CROPS = [
	{ name: 'wide', label: '16 : 9' },
	{ name: 'square', label: '1 : 1' },
	{ name: 'tall', label: '3 : 4' },
]

/** Focal point, kept in view by every crop: two numbers, or a click on the picture. */
export function FocalField({ photo }: { photo: PhotoView }) {
	const { id } = useForm()
	const saved: Point = { x: photo.focalX / 10, y: photo.focalY / 10 }
	const [point, setPoint] = useState(saved)
	const shown = useRef<HTMLDivElement>(null)

	// Set by script, because the CSP forbids style attributes.
	useEffect(() => {
		shown.current?.style.setProperty('--x', `${point.x}%`)
		shown.current?.style.setProperty('--y', `${point.y}%`)
		for (const image of shown.current?.querySelectorAll<HTMLImageElement>(`.${styles.crop} img`) ?? [])
			image.style.objectPosition = `${point.x}% ${point.y}%`
	}, [point])

	function pick(event: MouseEvent<HTMLDivElement>) {
		const { left, top, width, height } = event.currentTarget.getBoundingClientRect()
		const next = {
			x: percent((event.clientX - left) / width),
			y: percent((event.clientY - top) / height),
		}
		put(fieldId(id, 'focalX'), next.x)
		put(fieldId(id, 'focalY'), next.y)
		setPoint(next)
	}

	const typed = (axis: keyof Point) => (event: { currentTarget: HTMLInputElement }) => {
		const { valueAsNumber } = event.currentTarget
		if (valueAsNumber >= 0 && valueAsNumber <= 100) setPoint({ ...point, [axis]: valueAsNumber })
	}
	return (
		<div ref={shown} className={styles.focal}>
			{/* biome-ignore lint/a11y/noStaticElementInteractions: the fields below do the same by keyboard. */}
			{/* biome-ignore lint/a11y/useKeyWithClickEvents: the fields below do the same by keyboard. */}
			<div className={styles.whole} onClick={pick}>
				<Picture photo={photo} sizes="(min-width: 60rem) 40rem, 92vw" priority />
				<span className={styles.cross} aria-hidden="true" />
			</div>
			<ChoiceGroup
				name="focal"
				legend="Focal point"
				hint="What must stay in view when the picture is cropped: click on it, or give it in percent."
			>
				<div className={styles.numbers}>
					<TextField
						{...NUMBER}
						name="focalX"
						label="From the left"
						value={String(saved.x)}
						onInput={typed('x')}
					/>
					<TextField
						{...NUMBER}
						name="focalY"
						label="From the top"
						value={String(saved.y)}
						onInput={typed('y')}
					/>
				</div>
			</ChoiceGroup>
			<ul className={styles.crops} aria-label="How it is cropped">
				{CROPS.map(({ name, label }) => (
					<li key={name} className={`${styles.crop} ${styles[name]}`}>
						<Picture photo={{ ...photo, alt: '' }} sizes="10rem" />
						{label}
					</li>
				))}
			</ul>
		</div>
	)
}

const NUMBER = { type: 'number', min: 0, max: 100, step: 0.1, inputMode: 'decimal' } as const

const percent = (share: number): number => Math.round(Math.min(1, Math.max(0, share)) * 1000) / 10

function put(id: string, value: number): void {
	const input = document.getElementById(id) as HTMLInputElement | null
	if (input) input.value = String(value)
}
