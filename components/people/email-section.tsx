import { DateTime, type Locale } from '@/components/layout/date-time'
import { phrase } from '@/components/layout/phrase'
import { messages } from '@/lib/messages/messages'

type Props = {
	/** Time at which the address was confirmed; null if it was not. */
	confirmedAt: Date | null
	/** Whether the site sends mail. */
	mails: boolean
	locale: Locale
}

/** Whether the e-mail address of an account is confirmed, with a button that mails the link again. */
export function EmailSection({ confirmedAt, mails, locale }: Props) {
	const words = messages().account
	return (
		<section id="email">
			<h2>{words.emailSection}</h2>
			{confirmedAt ? (
				<p>{phrase(words.emailConfirmed(<DateTime at={confirmedAt} locale={locale} style="day" />))}</p>
			) : (
				<p>{mails ? words.emailUnconfirmed : words.emailUnconfirmable}</p>
			)}
			{!confirmedAt && mails && (
				<form method="post" action="/account/email">
					<button type="submit" className="form-quiet">
						{words.sendConfirmation}
					</button>
				</form>
			)}
		</section>
	)
}
