import { ErrorSummary } from '@/components/forms/error-summary'
import { Field } from '@/components/forms/field'
import '@/components/forms/forms.css'
import { DateTime, type Locale } from '@/components/layout/date-time'
import type { SiteSettings } from '@/domain/settings'
import { messages } from '@/lib/messages/messages'
import type { RejectedForm } from '@/lib/request-context'
import { mailtoUrl } from '@/lib/urls'
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
	const words = messages().accessibility
	return (
		<div className={styles.page}>
			<h1>{words.title}</h1>
			<p className={styles.lead}>{words.lead(<bdi key="name">{site.siteName}</bdi>)}</p>
			<p className={styles.reviewed}>
				{reviewedOn
					? words.reviewed(<DateTime key="day" at={reviewedOn} locale={site} />)
					: words.notReviewed}
			</p>
			<section aria-labelledby="accessibility-standard">
				<h2 id="accessibility-standard">{words.standard}</h2>
				<p>{words.standardText(STANDARD)}</p>
			</section>
			<section aria-labelledby="accessibility-ways">
				<h2 id="accessibility-ways">{words.ways}</h2>
				<Items items={words.waysList} />
			</section>
			<section aria-labelledby="accessibility-limits">
				<h2 id="accessibility-limits">{words.limits}</h2>
				<Items items={words.limitsList} own={site.accessibilityLimits} />
			</section>
			<section id="message" aria-labelledby="accessibility-message">
				<h2 id="accessibility-message">{words.form}</h2>
				<MessageForm {...message} />
				<Contact site={site} />
			</section>
		</div>
	)
}

const STANDARD = (
	<a key="standard" href="https://www.w3.org/TR/WCAG22/" hrefLang="en">
		WCAG 2.2
	</a>
)

const Items = ({ items, own }: { items: string[]; own?: string }) => (
	<ul className={styles.list}>
		{items.map((item) => (
			<li key={item}>{item}</li>
		))}
		{own && <li dir="auto">{own}</li>}
	</ul>
)

const FORM = 'accessibility'

function MessageForm({ keptDays, lengthMax, received, refused }: Omit<Props, 'site' | 'reviewedOn'>) {
	const words = messages().accessibility
	return (
		<>
			{received && (
				<p role="status" className="form-notice">
					{words.received}
				</p>
			)}
			<form className="form" method="post" action="/accessibility/message">
				<ErrorSummary form={FORM} refused={refused} fields={['text', 'page', 'email']} />
				<Field
					form={FORM}
					name="text"
					label={words.text}
					hint={words.textHint(lengthMax)}
					lines
					lengthMax={lengthMax}
					required
					refused={refused}
				/>
				<Field form={FORM} name="page" label={words.page} hint={words.pageHint} refused={refused} />
				<Field
					form={FORM}
					name="email"
					label={words.email}
					type="email"
					autoComplete="email"
					refused={refused}
				/>
				<button type="submit" className="form-button">
					{words.send}
				</button>
				<p className="form-hint">{words.kept(keptDays)}</p>
			</form>
		</>
	)
}

function Contact({ site: { orgEmail, orgPhone, orgAddress } }: { site: Site }) {
	if (!orgEmail && !orgPhone && !orgAddress) return null
	return (
		<>
			<h3>{messages().accessibility.otherWays}</h3>
			<ul className={styles.list}>
				{orgEmail && (
					<li>
						<a href={mailtoUrl(orgEmail)}>{orgEmail}</a>
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
