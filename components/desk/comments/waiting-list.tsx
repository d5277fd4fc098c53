'use client'

import { type KeyboardEvent, useEffect, useRef } from 'react'
import { DeskForm } from '@/components/desk/form/desk-form'
import { Submit } from '@/components/desk/form/fields'
import type { FormAction } from '@/components/desk/form/form-state'
import styles from './comments.module.css'

export type WaitingComment = {
	id: number
	authorName: string
	authorEmail: string | null
	body: string
	article: { slug: string; headline: string }
	/** When it was written: for machines, and in words. */
	at: string
	time: string
}

type Props = { comments: WaitingComment[]; action: FormAction; notice: string | null }

/** One form for all that waits: a decision on each, or on those ticked. */
export function WaitingList({ comments, action, notice }: Props) {
	const list = useRef<HTMLOListElement>(null)
	const place = useRef<number | null>(null)

	// The comment decided on is gone from the list; the next one takes its place, and the focus.
	useEffect(() => {
		if (place.current === null || comments.length === 0) return
		const next = list.current?.children[Math.min(place.current, comments.length - 1)]
		place.current = null
		next?.querySelector<HTMLButtonElement>('button')?.focus()
	}, [comments])

	const remember = () => {
		const here = document.activeElement?.closest('li')
		place.current = here && list.current?.contains(here) ? indexOf(here) : null
	}
	return (
		<DeskForm id="comments" action={action} notice={notice} label="Waiting comments" onSend={remember}>
			{comments.length > 1 && (
				<div className={styles.bulk}>
					<Submit name="decision" value="approve">
						Approve selected
					</Submit>
					<Submit name="decision" value="reject">
						Reject selected
					</Submit>
					<p>With the focus in a comment, A approves it and R rejects it.</p>
				</div>
			)}
			<ol ref={list} className={styles.list}>
				{comments.map((comment) => (
					<Waiting key={comment.id} comment={comment} selectable={comments.length > 1} />
				))}
			</ol>
		</DeskForm>
	)
}

const indexOf = (item: Element): number => [...(item.parentElement?.children ?? [])].indexOf(item)

function Waiting({ comment, selectable }: { comment: WaitingComment; selectable: boolean }) {
	const { id, authorName, authorEmail, body, article, at, time } = comment
	return (
		<li className={styles.comment} onKeyDown={decideByKey}>
			<div className={styles.head}>
				{selectable && (
					<input
						type="checkbox"
						name="selected"
						value={id}
						aria-label={`Select the comment by ${authorName}`}
					/>
				)}
				<p>
					<strong>{authorName}</strong>
					{authorEmail && <span className={styles.soft}> {authorEmail}</span>}
				</p>
				<p className={styles.soft}>
					<time dateTime={at}>{time}</time>
				</p>
			</div>
			<p className={styles.story}>
				On <a href={`/news/${article.slug}`}>{article.headline}</a>
			</p>
			<p className={styles.words}>{body}</p>
			<div className={styles.buttons}>
				<Submit name="approve" value={String(id)} label={`Approve the comment by ${authorName}`}>
					Approve
				</Submit>
				<Submit name="reject" value={String(id)} look="danger" label={`Reject the comment by ${authorName}`}>
					Reject
				</Submit>
			</div>
		</li>
	)
}

const KEYS: Record<string, string> = { a: 'approve', r: 'reject' }

function decideByKey(event: KeyboardEvent<HTMLLIElement>) {
	const name = event.ctrlKey || event.metaKey || event.altKey ? undefined : KEYS[event.key]
	if (!name) return
	event.preventDefault()
	event.currentTarget.querySelector<HTMLButtonElement>(`button[name="${name}"]`)?.click()
}
