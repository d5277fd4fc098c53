import { phrase } from '@/components/layout/phrase'
import styles from '@/components/notices/notices.module.css'
import '@/components/forms/forms.css'
import type { ReplyMails as Mails } from '@/domain/replies/change'
import { messages } from '@/lib/messages/messages'

type Props = { mails: Mails; token: string }

/** The state of the mails about replies to an address, with the one step that is possible. */
export function ReplyMails({ mails, token }: Props) {
	const words = messages().replyMails
	return (
		<div className={styles.page}>
			<h1>{words.title}</h1>
			{mails.state === 'unconfirmed' && (
				<Change token={token} change="confirm" text={words.confirmLead} button={words.confirm} />
			)}
			{mails.state === 'confirmed' && (
				<p role="status" className="form-notice">
					{words.confirmed}
				</p>
			)}
			{mails.state === 'on' && <Stop token={token} headline={mails.headline} />}
			{mails.state === 'off' && (
				<>
					<p role="status" className="form-notice">
						{mails.others > 0 ? words.threadOff : words.off}
					</p>
					{mails.others > 0 && (
						<Change token={token} change="all" text={words.others(mails.others)} button={words.stopAll} />
					)}
				</>
			)}
		</div>
	)
}

type ChangeProps = { token: string; change: 'confirm' | 'all'; text: string; button: string }

function Change({ token, change, text, button }: ChangeProps) {
	return (
		<form className="form" method="post" action="/replies/change">
			<p>{text}</p>
			<input type="hidden" name="token" value={token} />
			<input type="hidden" name="change" value={change} />
			<button type="submit" className="form-button">
				{button}
			</button>
		</form>
	)
}

function Stop({ token, headline }: { token: string; headline: string | null }) {
	const words = messages().replyMails
	if (headline === null)
		return <Change token={token} change="all" text={words.onLead} button={words.stopAll} />
	return (
		<form className="form" method="post" action="/replies/change">
			<input type="hidden" name="token" value={token} />
			<fieldset className={styles.choices}>
				<legend>{words.which}</legend>
				<label>
					<input type="radio" name="change" value="thread" defaultChecked />
					<span>{phrase(words.ofThread(<bdi key="story">{headline}</bdi>))}</span>
				</label>{' '}
				<label>
					<input type="radio" name="change" value="all" />
					<span>{words.ofAll}</span>
				</label>
			</fieldset>
			<button type="submit" className="form-button">
				{words.stop}
			</button>
		</form>
	)
}
