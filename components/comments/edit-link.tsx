import { messages, waitingTime } from '@/lib/messages/messages'

type Props = { href: string; className?: string; editableFor: number }

/** The link that edits an own comment, with the time left at the request. */
export function EditLink({ href, className, editableFor }: Props) {
	const words = messages().comments
	return (
		<a className={className} href={href} rel="nofollow">
			{words.edit} <small>{words.editLeft(waitingTime(Math.ceil(editableFor / 1000)))}</small>
		</a>
	)
}
