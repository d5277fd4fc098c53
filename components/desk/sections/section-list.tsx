'use client'

import { useEffect, useRef, useState } from 'react'
import { DeskForm } from '@/components/desk/form/desk-form'
import { Submit } from '@/components/desk/form/fields'
import formStyles from '@/components/desk/form/form.module.css'
import type { FormAction } from '@/components/desk/form/form-state'
import type { DeskSection } from '@/domain/desk-sections'
import styles from './sections.module.css'

type Props = { sections: DeskSection[]; action: FormAction }

/** Sections in the order of the menu, with buttons that change it; the retired ones follow. */
export function SectionList({ sections, action }: Props) {
	const offered = sections.filter(({ retired }) => !retired)
	const retired = sections.filter((section) => section.retired)
	return (
		<div className={styles.lists}>
			<OfferedSections sections={offered} action={action} />
			{retired.length > 0 && (
				<section aria-labelledby="retired-heading" className={styles.retired}>
					<h2 id="retired-heading">Retired</h2>
					<ul className={styles.list}>
						{retired.map((section) => (
							<li key={section.id}>
								<Name section={section} />
							</li>
						))}
					</ul>
				</section>
			)}
		</div>
	)
}

function OfferedSections({ sections, action }: Props) {
	const list = useRef<HTMLOListElement>(null)
	const pressed = useRef<string | null>(null)
	const [order, setOrder] = useState('')

	// React moves the row in the document, which takes the focus from its button.
	useEffect(() => {
		const [direction, id] = pressed.current?.split(' ') ?? []
		if (!direction) return
		pressed.current = null
		const index = sections.findIndex((section) => String(section.id) === id)
		const row = list.current?.children[index]
		const button =
			row?.querySelector<HTMLButtonElement>(`[name="${direction}"]`) ?? row?.querySelector('button')
		button?.focus()
		setOrder(`${sections[index]?.name} is now ${index + 1} of ${sections.length}.`)
	}, [sections])

	const remember = () => {
		const { activeElement } = document
		if (activeElement instanceof HTMLButtonElement)
			pressed.current = `${activeElement.name} ${activeElement.value}`
	}
	return (
		<DeskForm id="sections" action={action} label="Order of the sections" quiet onSend={remember}>
			<p role="status" className={formStyles.notice}>
				{order}
			</p>
			<ol ref={list} className={styles.list} aria-label="Sections">
				{sections.map((section, index) => (
					<li key={section.id}>
						<Name section={section} />
						<span className={styles.moves}>
							{index > 0 && (
								<Submit name="up" value={String(section.id)} label={`Move ${section.name} up`}>
									↑
								</Submit>
							)}
							{index < sections.length - 1 && (
								<Submit name="down" value={String(section.id)} label={`Move ${section.name} down`}>
									↓
								</Submit>
							)}
						</span>
					</li>
				))}
			</ol>
		</DeskForm>
	)
}

function Name({ section: { id, slug, name, published } }: { section: DeskSection }) {
	return (
		<div className={styles.about}>
			<a href={`/desk/sections/${id}`} className={styles.name} dir="auto">
				{name}
			</a>
			<p>
				<a href={`/sections/${slug}`}>/sections/{slug}</a>
				<span>{published === 1 ? '1 story' : `${published} stories`}</span>
			</p>
		</div>
	)
}
