'use client'

import { useEffect, useRef, useState } from 'react'
import { DeskForm } from '@/components/desk/form/desk-form'
import type { FormAction } from '@/components/desk/form/form-state'
import type { PhotoView } from '@/domain/articles/views'
import { StaleNotice } from './stale-notice'
import { type Choices, StoryAside } from './story-aside'
import { StoryBar } from './story-bar'
import styles from './story-form.module.css'
import type { StoryStart } from './story-start'
import { StoryText } from './story-text'

type Props = {
	action: FormAction
	start: StoryStart
	choices: Choices
	photos: PhotoView[]
	/** `Saved 12:03 by Mara Ellison`, made on the server. */
	status: string
}

/** The writing surface with what belongs to the story beside it; one form, one Save. */
export function StoryForm({ action, start, choices, photos, status }: Props) {
	const form = useRef<HTMLFormElement>(null)
	const changes = useRef(0)
	const sent = useRef(0)
	const [unsaved, setUnsaved] = useState(false)
	useSaveKey(() => form.current?.requestSubmit())
	useLeaveWarning(unsaved)

	const changed = () => {
		changes.current += 1
		setUnsaved(true)
	}
	return (
		<DeskForm
			id="story"
			action={action}
			ref={form}
			className={styles.story}
			label="Story"
			quiet
			onInput={changed}
			onSend={() => {
				sent.current = changes.current
			}}
			onDone={() => setUnsaved(changes.current !== sent.current)}
		>
			<StoryBar start={start} status={status} unsaved={unsaved} />
			<div className={styles.text}>
				<StaleNotice />
				<StoryText start={start} photos={photos} onChange={changed} />
			</div>
			<StoryAside start={start} choices={choices} photos={photos} />
		</DeskForm>
	)
}

function useSaveKey(save: () => void): void {
	const latest = useRef(save)
	latest.current = save
	useEffect(() => {
		const onKey = (event: KeyboardEvent) => {
			if (event.key.toLowerCase() !== 's' || !(event.ctrlKey || event.metaKey) || event.altKey) return
			event.preventDefault()
			latest.current()
		}
		document.addEventListener('keydown', onKey)
		return () => document.removeEventListener('keydown', onKey)
	}, [])
}

function useLeaveWarning(unsaved: boolean): void {
	useEffect(() => {
		if (!unsaved) return
		const warn = (event: BeforeUnloadEvent) => event.preventDefault()
		window.addEventListener('beforeunload', warn)
		return () => window.removeEventListener('beforeunload', warn)
	}, [unsaved])
}
