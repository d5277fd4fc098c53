'use client'

import { useEffect, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { EMPTY_STATE, type FormAction, STAY_FIELD } from '@/components/desk/form/form-state'
import type { Decision } from '@/domain/comments/states'

/** Decisions that can be undone one after the other. */
const UNDONE_MAX = 20

type Result = { notice: string | null; problem: string | null }

export type DecisionQueue = Result & {
	/** Comments decided on that the server may not have answered for yet. */
	decided: ReadonlySet<number>
	canUndo: boolean
	decide: (ids: number[], decision: Decision) => void
	undo: () => void
}

type Options = {
	/** Fields that name the list. */
	fields: Record<string, string>
	decide: FormAction
	undo: FormAction
	/** Comments of the list, as the server gave them last. */
	listed: { id: number }[]
}

/**
 * Decisions of a moderator with scripts: a decided comment leaves the list at once, and the server is told in order, so
 * that the next decision need not wait for the response to the last one. A refused decision brings its comments back.
 */
export function useDecisionQueue({ fields, decide, undo, listed }: Options): DecisionQueue {
	const [decided, setDecided] = useState<ReadonlySet<number>>(new Set())
	const [result, setResult] = useState<Result>({ notice: null, problem: null })
	const [undos, setUndos] = useState<number[][]>([])
	const last = useRef<Promise<unknown>>(Promise.resolve())
	/** Texts of undos, by the decision that they belong to. */
	const texts = useRef(new Map<number[], string>())

	// A comment that the server lists no more would be hidden for ever, if it is put back.
	useEffect(() => {
		const ids = new Set(listed.map(({ id }) => id))
		setDecided((known) => new Set([...known].filter((id) => ids.has(id))))
	}, [listed])

	const hide = (ids: number[]) => setDecided((known) => new Set([...known, ...ids]))
	const show = (ids: number[]) => setDecided((known) => new Set([...known].filter((id) => !ids.includes(id))))
	const inOrder = (run: () => Promise<void>) => {
		last.current = last.current.then(run)
	}

	async function send(action: FormAction, entries: [string, string][]) {
		const data = new FormData()
		for (const [name, value] of [...Object.entries(fields), ...entries]) data.append(name, value)
		data.set(STAY_FIELD, 'yes')
		data.set('queued', 'yes')
		const answer = await action(EMPTY_STATE, data).catch(() => ({ ...EMPTY_STATE, message: UNREACHABLE }))
		setResult({ notice: answer.message ? null : answer.notice, problem: answer.message })
		return answer
	}

	return {
		...result,
		decided,
		canUndo: undos.length > 0,
		decide: (ids, decision) => {
			// At once, so that the next comment can take the focus.
			flushSync(() => {
				hide(ids)
				setUndos((known) => [...known, ids].slice(-UNDONE_MAX))
			})
			inOrder(async () => {
				const selected = ids.map((id): [string, string] => ['selected', String(id)])
				const answer = await send(decide, [['decision', decision], ...selected])
				if (answer.undo) texts.current.set(ids, answer.undo)
				if (!answer.message) return
				show(ids)
				setUndos((known) => known.filter((each) => each !== ids))
			})
		},
		undo: () => {
			const ids = undos.at(-1)
			if (!ids) return
			setUndos((known) => known.slice(0, -1))
			inOrder(async () => {
				const text = texts.current.get(ids)
				if (!text) return
				const answer = await send(undo, [['undo', text]])
				if (!answer.message) show(ids)
			})
		},
	}
}

const UNREACHABLE =
	'The server could not be reached, so this may not have been recorded. Please try again in a moment.'
