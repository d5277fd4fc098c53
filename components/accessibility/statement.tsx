import { ErrorSummary } from '@/components/forms/error-summary'
import { Field } from '@/components/forms/field'
import '@/components/forms/forms.css'
import { DateTime, type Locale } from '@/components/layout/date-time'
import type { SiteSettings } from '@/domain/settings'
import { formatCount } from '@/lib/format-count'
import type { RejectedForm } from '@/lib/request-context'
import styles from './statement.module.css'

type Site = Locale &
	Pick<SiteSettings, 'siteName' | 'accessibilityLimits' | 'orgEmail' | 'orgPhone' | 'orgAddress'>

type Props = {
	site: Site
	/** Noon of the day of the newsroom's last review; null without one. */
	reviewedOn: Date | null
	/** Days until a handled message is deleted. */
	keptDays: number
	lengthMax: number
	received: boolean
	refused: RejectedForm | null
}

/** What works with assistive technology, what does not, and a form to tell of a barrier. */
export function AccessibilityStatement({ site, reviewedOn, ...message }: Props) {
	return (
		<div className={styles.page}>
			<h1>Accessibility</h1>
			<p className={styles.lead}>
				<bdi>{site.siteName}</bdi> is meant for everybody. This page says what works, what does not yet, and
				how to tell us of a barrier.
			</p>
			<p className={styles.reviewed}>
				{reviewedOn ? (
					<>
						Last reviewed by the newsroom on <DateTime at={reviewedOn} locale={site} />.
					</>
				) : (
					'The newsroom has not reviewed this page yet; it describes the software.'
				)}
			</p>
			<Standard />
			<Ways />
			<Limits own={site.accessibilityLimits} />
			<section id="message" aria-labelledby="accessibility-message">
				<h2 id="accessibility-message">Tell us of a barrier</h2>
				<MessageForm {...message} />
				<Contact site={site} />
			</section>
		</div>
	)
}

const Standard = () => (
	<section aria-labelledby="accessibility-standard">
		<h2 id="accessibility-standard">The standard</h2>
		<p>
			The pages aim at{' '}
			<a href="https://www.w3.org/TR/WCAG22/" hrefLang="en">
				WCAG 2.2
			</a>{' '}
			at level AA. Each version of the software is checked by machine: every kind of page with axe, in the
			light and the dark theme and at three widths, and the main tasks by keyboard alone and without
			JavaScript. A machine finds only a part of all barriers, and nobody from outside has examined this site.
		</p>
	</section>
)

const Ways = () => (
	<section aria-labelledby="accessibility-ways">
		<h2 id="accessibility-ways">What helps</h2>
		<ul className={styles.list}>
			<li>Everything works without JavaScript: reading, voting, rating, commenting and searching.</li>
			<li>Everything can be done by keyboard. With JavaScript, the key / leads to the search.</li>
			<li>
				Theme and text size can be chosen at the foot of each page. The pages follow your device’s wishes for
				contrast and for less motion.
			</li>
			<li>Photographs in stories have a description; a story cannot be published without it.</li>
		</ul>
	</section>
)

function Limits({ own }: { own: string }) {
	return (
		<section aria-labelledby="accessibility-limits">
			<h2 id="accessibility-limits">Known limits</h2>
			<ul className={styles.list}>
				<li>
					Comments are written by readers. Their language is not marked, so a screen reader may read them with
					the voice of another.
				</li>
				<li>Stories link to other sites, videos and documents. We do not know how accessible those are.</li>
				<li>Stories have no versions in plain language or in sign language.</li>
				{own && <li dir="auto">{own}</li>}
			</ul>
		</section>
	)
}

const FORM = 'accessibility'

function MessageForm({
	keptDays,
	lengthMax,
	received,
	refused,
}: Pick<Props, 'keptDays' | 'lengthMax' | 'received' | 'refused'>) {
	return (
		<>
			{received && (
				<p role="status" className="form-notice">
					Thank you. Your message is with the newsroom.
				</p>
			)}
			<form className="form" method="post" action="/accessibility/message">
				<ErrorSummary form={FORM} refused={refused} fields={['text', 'page', 'email']} />
				<Field
					form={FORM}
					name="text"
					label="What did not work?"
					hint={`Up to ${formatCount(lengthMax)} characters. Your device or program can help us to find the cause.`}
					lines
					lengthMax={lengthMax}
					required
					refused={refused}
				/>
				<Field
					form={FORM}
					name="page"
					label="On which page? (optional)"
					hint="Its address, or its title"
					refused={refused}
				/>
				<Field
					form={FORM}
					name="email"
					label="E-mail, if you want an answer (optional)"
					type="email"
					autoComplete="email"
					refused={refused}
				/>
				<button type="submit" className="form-button">
					Send
				</button>
				<p className="form-hint">
					Editors read your message. It is deleted {keptDays} days after they have dealt with it.
				</p>
			</form>
		</>
	)
}

function Contact({ site: { orgEmail, orgPhone, orgAddress } }: { site: Site }) {
	if (!orgEmail && !orgPhone && !orgAddress) return null
	return (
		<>
			<h3>Other ways to reach us</h3>
			<ul className={styles.list}>
				{orgEmail && (
					<li>
						<a href={`mailto:${orgEmail}`}>{orgEmail}</a>
					</li>
				)}
				{orgPhone && (
					<li>
						<a href={`tel:${orgPhone.replace(/[^+\d]/g, '')}`} dir="ltr">
							{orgPhone}
						</a>
					</li>
				)}
				{orgAddress && <li dir="auto">{orgAddress}</li>}
			</ul>
		</>
	)
}
