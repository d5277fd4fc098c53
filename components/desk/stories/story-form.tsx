'use client'

import {
	type FormEvent,
	type ReactNode,
	type RefObject,
	useEffect,
	useLayoutEffect,
	useRef,
	useState,
} from 'react'
import { DeskForm } from '@/components/desk/form/desk-form'
import type { FormAction } from '@/components/desk/form/form-state'
import { isShortcut } from '@/components/desk/form/shortcut'
import { takesText } from '@/components/desk/form/takes-text'
import type { PhotoView } from '@/domain/articles/views'
import { EditConflict } from './edit-conflict'
import {
	expectHandover,
	type Handover,
	handOver,
	isHandoverExpected,
	restoreFocus,
	takeHandover,
} from './handover'
import type { SaveResult } from './save-result'
import { type Choices, StoryAside } from './story-aside'
import { StoryBar } from './story-bar'
import styles from './story-form.module.css'
import type { InitialStory } from './story-initial'
import { StoryText } from './story-text'

type Props = {
	action: FormAction
	start: InitialStory
	choices: Choices
	photos: PhotoView[]
	/** `Saved 12:03 by Mara Ellison`, formatted on the server. */
	status: string
	/** Publication controls; submitted with the text in one request. */
	children?: ReactNode
}

/** Fields of publication decisions, which a save does not store. */
const DECISION_FIELDS = /^(at|reason|minor|printedDate|printedTime|returnNote|correction\w+)$/

/** Form of a story; after a new story's first save it takes over the state of the form it replaces. */
export function StoryForm(props: Props) {
	const { start } = props
	const [waits, setWaits] = useState(() => start.id !== undefined && isHandoverExpected())
	const [taken, setTaken] = useState<Handover | null>(null)
	useLayoutEffect(() => {
		if (!waits) return
		setTaken(takeHandover())
		setWaits(false)
	}, [waits])
	// The replaced form hands over its state as it leaves the document.
	if (waits) return null
	if (!taken) return <Form {...props} />
	const values = { ...taken.values, slug: start.values.slug ?? [] }
	return <Form {...props} start={{ ...start, values, body: taken.body ?? start.body }} taken={taken} />
}

/** The text editor and the fields beside it, in one form. */
function Form({ action, start, choices, photos, status, children, taken }: Props & { taken?: Handover }) {
	const form = useRef<HTMLFormElement>(null)
	const changes = useRef(taken?.unsaved ? 1 : 0)
	const sent = useRef({ changes: 0, slug: '' })
	const [unsaved, setUnsaved] = useState(taken?.unsaved ?? false)
	useHandover(form, {
		taken,
		isLeaving: () => !start.id && isHandoverExpected(),
		isUnsaved: () => changes.current !== sent.current.changes,
	})
	useSaveKey(() => form.current?.requestSubmit())

	const changed = () => {
		changes.current += 1
		setUnsaved(true)
	}
	// biome-ignore lint/correctness/useExhaustiveDependencies: later changes arrive as events.
	useEffect(() => {
		if (form.current && hasTypedText(form.current)) changed()
	}, [])
	const onInput = ({ target }: FormEvent<HTMLFormElement>) => {
		if (!DECISION_FIELDS.test((target as HTMLInputElement).name)) changed()
	}
	const slugField = () => form.current?.elements.namedItem('slug') as HTMLInputElement | null
	const onStory = ({ saved, slug, decided }: SaveResult) => {
		if (!saved) return
		setUnsaved(changes.current !== sent.current.changes)
		const field = slugField()
		if (field && slug !== undefined && field.value === sent.current.slug) field.value = slug
		// The pressed button may have been removed.
		if (decided && !takesText(document.activeElement)) document.getElementById('publish-title')?.focus()
	}
	return (
		<DeskForm
			id="story"
			action={action}
			ref={form}
			className={styles.story}
			label="Story"
			quiet
			isUnsaved={() => unsaved || hasDecision(form.current)}
			onInput={onInput}
			onSend={() => {
				sent.current = { changes: changes.current, slug: slugField()?.value ?? '' }
				if (!start.id) expectHandover()
			}}
			onStory={onStory}
		>
			<StoryBar start={start} status={status} unsaved={unsaved} />
			<div className={styles.text}>
				<EditConflict storyId={start.id} />
				<StoryText start={start} photos={photos} onChange={changed} />
			</div>
			<StoryAside start={start} choices={choices} photos={photos} />
			{children && (
				<div className={styles.publishing} data-unsaved={unsaved || undefined}>
					{children}
				</div>
			)}
		</DeskForm>
	)
}

/** Whether text was typed before hydration, or restored by the browser. */
const hasTypedText = (form: HTMLFormElement): boolean =>
	[...form.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('input[type="text"], textarea')].some(
		({ name, value, defaultValue }) =>
			!DECISION_FIELDS.test(name) && value !== defaultValue.replace(/\r\n?/g, '\n'),
	)

/** Whether a reason or a time is filled in for a decision that was not submitted. */
function hasDecision(form: HTMLFormElement | null): boolean {
	const field = (name: string) =>
		form?.elements.namedItem(name) as HTMLInputElement | HTMLTextAreaElement | null
	const differs = (name: string) => field(name)?.value !== field(name)?.defaultValue
	const texts = [field('reason'), field('returnNote'), field('correctionText')]
	return texts.some((each) => each?.value.trim()) || ['at', 'printedDate', 'printedTime'].some(differs)
}

type HandoverOptions = { taken?: Handover; isLeaving: () => boolean; isUnsaved: () => boolean }

function useHandover(form: RefObject<HTMLFormElement | null>, options: HandoverOptions): void {
	const latest = useRef(options)
	latest.current = options
	useLayoutEffect(() => {
		const element = form.current
		const { taken } = latest.current
		const stop = element && taken ? restoreFocus(element, taken) : undefined
		return () => {
			stop?.()
			const { isLeaving, isUnsaved } = latest.current
			if (element && isLeaving()) handOver(element, isUnsaved())
		}
	}, [form])
}

function useSaveKey(save: () => void): void {
	const latest = useRef(save)
	latest.current = save
	useEffect(() => {
		const onKey = (event: KeyboardEvent) => {
			if (!isShortcut(event, 'S')) return
			event.preventDefault()
			latest.current()
		}
		document.addEventListener('keydown', onKey)
		return () => document.removeEventListener('keydown', onKey)
	}, [])
}
