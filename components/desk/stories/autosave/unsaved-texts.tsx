'use client'

import { type ReactNode, useEffect, useMemo, useState } from 'react'
import { deskTime, type Locale } from '@/components/desk/desk-time'
import { DeskForm } from '@/components/desk/form/desk-form'
import { Submit } from '@/components/desk/form/fields'
import formStyles from '@/components/desk/form/form.module.css'
import type { FormAction } from '@/components/desk/form/form-state'
import { DiffRows } from '../diff-rows'
import type { InitialStory } from '../story-initial'
import styles from './autosave.module.css'
import { type DeviceCopy, listCopies, removeCopiesOf } from './device-copies'
import { differences, type UnsavedText } from './unsaved-text'
import { discardOnServer } from './use-autosave'

type Props = {
	start: InitialStory
	personId: string
	locale: Locale
	/** Autosaves of the server. */
	kept: UnsavedText[]
	discard: FormAction
	/** Token of the text that the form below has opened with. */
	inUse: string | undefined
	onTake: (copy: DeviceCopy) => void
}

/** Unsaved texts, to restore or to discard; they are kept until then. */
export function UnsavedTexts({ start, personId, locale, kept, discard, inUse, onTake }: Props) {
	const [copies, setCopies] = useState<DeviceCopy[]>([])
	useEffect(() => {
		void listCopies(String(start.id ?? 'new'), personId).then((found) =>
			// Those of the text in use are older than it.
			setCopies(found.filter(({ token }) => token !== inUse)),
		)
	}, [start.id, personId, inUse])
	const drop = (copy: DeviceCopy) => setCopies((all) => all.filter((each) => each !== copy))
	// Of one form, the later of both texts contains the other.
	const onDevice = copies.filter(
		({ token, at }) => !kept.some((each) => each.token === token && each.at >= at),
	)
	const onServer = kept.filter(
		({ token }) => token !== inUse && !onDevice.some((copy) => copy.token === token),
	)
	const path = start.id ? `/desk/stories/${start.id}` : '/desk/stories/new'
	return (
		<>
			{onServer.map((text, index) => (
				<UnsavedTextItem key={text.token} text={text} start={start}>
					{start.id && text.baseRevisionId !== String(start.revisionId) ? (
						<a href={`${path}/merge?autosave=${text.token}`} className={formStyles.plain}>
							Put both texts together
						</a>
					) : (
						<a href={`${path}?autosave=${text.token}`} className={formStyles.plain}>
							Take it up
						</a>
					)}
					<DeskForm
						id={`discard-autosave${index}`}
						action={discard}
						label="Discard the text"
						quiet
						onSend={() => void removeCopiesOf(text.token)}
					>
						<input type="hidden" name="story" value={start.id ?? ''} />
						<input type="hidden" name="token" value={text.token} />
						<Submit>Discard</Submit>
					</DeskForm>
				</UnsavedTextItem>
			))}
			{onDevice.map((copy) => (
				<UnsavedTextItem
					key={copy.page}
					text={{ ...copy, time: deskTime(new Date(copy.at), locale) }}
					start={start}
					where=", kept on this device"
				>
					<button
						type="button"
						className={formStyles.plain}
						onClick={() => {
							drop(copy)
							onTake(copy)
						}}
					>
						Take it up
					</button>
					<button
						type="button"
						className={formStyles.plain}
						onClick={() => {
							drop(copy)
							void removeCopiesOf(copy.token)
							void discardOnServer(copy.token)
						}}
					>
						Discard
					</button>
				</UnsavedTextItem>
			))}
		</>
	)
}

type ItemProps = { text: UnsavedText; start: InitialStory; where?: string; children: ReactNode }

function UnsavedTextItem({ text, start, where = '', children }: ItemProps) {
	const { labels, text: paragraphs } = useMemo(() => differences(text.values, start), [text, start])
	// Reverted typing leaves a text equal to the saved one.
	if (labels.length === 0) return null
	return (
		<section className={styles.kept} aria-label={`Text not saved, ${text.time}`}>
			<p>
				You typed here until <time dateTime={new Date(text.at).toISOString()}>{text.time}</time> and did not
				save{where}.{' '}
				{start.id
					? `It differs from the form below in: ${labels.join(', ')}.`
					: `It has: ${labels.join(', ')}.`}
			</p>
			{paragraphs.length > 0 && (
				<details>
					<summary>What differs in the text</summary>
					<DiffRows paragraphs={paragraphs} folds />
				</details>
			)}
			<div className={formStyles.actions}>{children}</div>
		</section>
	)
}
