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
import type { Locale } from '@/components/desk/desk-time'
import { DeskForm } from '@/components/desk/form/desk-form'
import type { FormAction } from '@/components/desk/form/form-state'
import { takesText } from '@/components/desk/form/takes-text'
import type { PhotoView } from '@/domain/articles/views'
import type { DeviceCopy } from './autosave/device-copies'
import type { UnsavedText } from './autosave/unsaved-text'
import { UnsavedTexts } from './autosave/unsaved-texts'
import { type Replaced, useAutosave } from './autosave/use-autosave'
import { EditConflict } from './edit-conflict'
import {
	expectHandover,
	type Handover,
	handOver,
	isHandoverExpected,
	restoreFocus,
	takeHandover,
} from './handover'
import type { EditorWords } from './presence/editor-words'
import { OpenElsewhere } from './presence/open-elsewhere'
import { usePresence } from './presence/use-presence'
import type { SaveResult } from './save-result'
import { type Choices, StoryAside } from './story-aside'
import { StoryBar } from './story-bar'
import styles from './story-form.module.css'
import type { InitialStory } from './story-initial'
import { startAfter, startWith } from './story-start'
import { StoryText } from './story-text'
import { DECISION_FIELDS, hasDecision, hasTypedText, useSaveKey } from './typed-input'

type Props = {
	action: FormAction
	start: InitialStory
	choices: Choices
	photos: PhotoView[]
	/** `Saved 12:03 by Mara Ellison`, formatted on the server. */
	status: string
	personId: string
	email: string
	locale: Locale
	/** The writer's unsaved texts of this story. */
	kept: UnsavedText[]
	/** Other open forms of the story. */
	editors: EditorWords[]
	/** Discards one of them. */
	discard: FormAction
	/** Result message of the previous page. */
	notice: ReactNode
	/** Publication controls; submitted with the text in one request. */
	children?: ReactNode
}

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
	const [copy, setCopy] = useState<DeviceCopy | null>(null)
	// The replaced form hands over its state as it leaves the document.
	if (waits) return null
	return (
		<>
			<div className={styles.notices}>
				{props.notice}
				<UnsavedTexts {...props} inUse={copy?.token ?? start.token} onTake={setCopy} />
			</div>
			{copy ? (
				<Form {...props} key={copy.page} start={startWith(start, copy)} replaces={{ page: copy.page }} />
			) : taken ? (
				<Form {...props} start={startAfter(start, taken)} taken={taken} replaces={{ token: taken.token }} />
			) : (
				<Form {...props} />
			)}
		</>
	)
}

type FormProps = Props & {
	taken?: Handover
	/** Source form of the text that this one continues. */
	replaces?: Replaced
}

/** The text editor and the fields beside it, in one form. */
function Form({ action, start, choices, photos, status, children, taken, replaces, ...props }: FormProps) {
	const form = useRef<HTMLFormElement>(null)
	const opensUnsaved = taken?.unsaved ?? start.token !== undefined
	const changes = useRef(opensUnsaved ? 1 : 0)
	const sent = useRef({ changes: 0, slug: '' })
	const [unsaved, setUnsaved] = useState(opensUnsaved)
	const leaves = useRef(false)
	const typedAt = useRef<number | null>(null)
	const { id: storyId, token } = start
	const { personId, email, editors } = props
	const autosave = useAutosave(form, { storyId, personId, token, isUnsaved: opensUnsaved, replaces })
	const presence = usePresence(storyId, autosave.token, editors, typedAt)
	const { takenOverBy } = presence
	useEffect(() => {
		const saver = autosave.saver.current
		if (takenOverBy) void saver?.standBack()
		else saver?.goOn()
	}, [takenOverBy, autosave.saver])
	useHandover(form, {
		taken,
		isLeaving: () => !start.id && isHandoverExpected(),
		isUnsaved: () => changes.current !== sent.current.changes,
		token: () => autosave.token,
	})
	useSaveKey(() => form.current?.requestSubmit())

	const changed = () => {
		changes.current += 1
		typedAt.current = Date.now()
		setUnsaved(true)
		autosave.saver.current?.changed()
	}
	// biome-ignore lint/correctness/useExhaustiveDependencies: later changes arrive as events.
	useEffect(() => {
		if (form.current && hasTypedText(form.current)) changed()
	}, [])
	const onInput = ({ target }: FormEvent<HTMLFormElement>) => {
		if (!DECISION_FIELDS.test((target as HTMLInputElement).name)) changed()
	}
	const onMerge = async () => {
		await autosave.handIn()
		leaves.current = true
	}
	const slugField = () => form.current?.elements.namedItem('slug') as HTMLInputElement | null
	const onStory = ({ saved, slug, decided }: SaveResult) => {
		if (!saved) return
		const goesOn = changes.current !== sent.current.changes
		setUnsaved(goesOn)
		autosave.saved(!goesOn)
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
			isUnsaved={() => !leaves.current && (unsaved || hasDecision(form.current))}
			onInput={onInput}
			onSend={() => {
				sent.current = { changes: changes.current, slug: slugField()?.value ?? '' }
				if (!start.id) expectHandover()
			}}
			onStory={onStory}
			beforeAction={async () => autosave.saver.current?.pause()}
			// A new story that was accepted goes on in the form of its own page, under another token.
			afterAction={({ message }) => (start.id || message) && autosave.saver.current?.resume(false)}
		>
			<StoryBar
				{...{ start, status, unsaved, autosave, email }}
				onSignedIn={() => form.current?.requestSubmit()}
			/>
			<div className={styles.text}>
				<OpenElsewhere {...presence} onTakeOver={autosave.token ? presence.takeOver : undefined} />
				<EditConflict storyId={start.id} onMerge={onMerge} />
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

type HandoverOptions = {
	taken?: Handover
	isLeaving: () => boolean
	isUnsaved: () => boolean
	token: () => string
}

function useHandover(form: RefObject<HTMLFormElement | null>, options: HandoverOptions): void {
	const latest = useRef(options)
	latest.current = options
	useLayoutEffect(() => {
		const element = form.current
		const { taken } = latest.current
		const stop = element && taken ? restoreFocus(element, taken) : undefined
		return () => {
			stop?.()
			const { isLeaving, isUnsaved, token } = latest.current
			if (element && isLeaving()) handOver(element, isUnsaved(), token())
		}
	}, [form])
}
