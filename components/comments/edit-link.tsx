import { messages, waitingTime } from '@/lib/messages/messages'

type Props = { href: string; className?: string; editableFor: number }

/** The link that edits an own comment, with the time left; a script counts it down. */
export function EditLink({ href, className, editableFor }: Props) {
	const words = messages().comments
	const seconds = Math.ceil(editableFor / 1000)
	return (
		<a className={className} href={href} rel="nofollow" data-left={seconds}>
			{words.edit} <small data-words={words.editLeft('0')}>{words.editLeft(waitingTime(seconds))}</small>
		</a>
	)
}
