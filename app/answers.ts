import { notFound } from 'next/navigation'
import { type Answer, exchange } from '@/lib/exchange'

/** Ends the page; the server sends the answer in its place. */
export function answerInstead(answer: Answer): never {
	exchange().answer = answer
	return notFound()
}

/** Ends the page with a permanent redirect (301); the server sends it. */
export function answerMoved(location: string): never {
	return answerInstead({ kind: 'moved', location })
}

/** Ends the page with a problem; the server shows it as a page of ours with the given status. */
export function answerProblem(status: number, title: string, detail: string): never {
	return answerInstead({ kind: 'problem', status, title, detail })
}
