import deskStyles from '@/components/desk/desk.module.css'
import { deskTime, type Locale } from '@/components/desk/desk-time'
import { DeskForm } from '@/components/desk/form/desk-form'
import { SelectField, Submit } from '@/components/desk/form/fields'
import type { FormAction } from '@/components/desk/form/form-state'
import { OneTimeLink } from '@/components/desk/form/one-time-link'
import type { PreviewLink } from '@/domain/preview-links'
import { PREVIEW_DAYS } from '@/lib/preview-days'
import styles from './preview.module.css'

type Props = {
	action: FormAction
	storyId: number
	links: PreviewLink[]
	notice: string | null
	locale: Locale
}

const DAYS = PREVIEW_DAYS.map((days) => ({
	value: String(days),
	label: days === 1 ? 'one day' : `${days} days`,
}))

/** Links that show the saved text to people without an account. */
export function PreviewLinks({ action, storyId, links, notice, locale }: Props) {
	return (
		<section className={styles.links} aria-labelledby="preview-links-title">
			<h2 id="preview-links-title">Show it to somebody without an account</h2>
			<DeskForm id="preview-link" action={action} notice={notice} label="Preview links">
				<input type="hidden" name="story" value={storyId} />
				<OneTimeLink label="Link of the preview" />
				<p className={deskStyles.soft}>
					Anyone with the link sees the newest saved text, marked as a draft, until it ends or you revoke it.
				</p>
				<div className={styles.make}>
					<SelectField name="days" label="Opens for" value="7" options={DAYS} />
					<Submit>Make a link</Submit>
				</div>
				{links.length > 0 && (
					<ul>
						{links.map((link) => (
							<Row key={link.id} link={link} locale={locale} />
						))}
					</ul>
				)}
			</DeskForm>
		</section>
	)
}

function Row({
	link: { id, madeBy, madeAt, expiresAt, state },
	locale,
}: {
	link: PreviewLink
	locale: Locale
}) {
	const made = `Made ${deskTime(madeAt, locale)}`
	return (
		<li>
			<p>
				{made} by <bdi>{madeBy ?? 'somebody'}</bdi>.{' '}
				{state === 'open' && `Opens until ${deskTime(expiresAt, locale)}.`}
				{state === 'expired' && 'It has ended.'}
				{state === 'revoked' && 'Revoked.'}
			</p>
			{state === 'open' && (
				<Submit name="revoke" value={id} label={`Revoke the link: ${made}`}>
					Revoke
				</Submit>
			)}
		</li>
	)
}
