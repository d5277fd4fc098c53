import { DateTime, type Locale } from '@/components/layout/date-time'
import { langOf, langWithin } from '@/components/layout/lang'
import { phrase } from '@/components/layout/phrase'
import type { CorrectionView } from '@/domain/corrections'
import { type CorrectionPlacement, correctionId } from '@/lib/corrections'
import { messages } from '@/lib/messages/messages'
import styles from './corrections.module.css'

type Props = {
	corrections: CorrectionView[]
	placement: CorrectionPlacement
	locale: Locale
	/** Language tag of the story. */
	language: string
}

/** The corrections of a story that are shown at one of its ends; renders null without one. */
export function Corrections({ corrections, placement, locale, language }: Props) {
	const shown = corrections.filter((correction) => correction.placement === placement)
	if (shown.length === 0) return null
	const { noteToReaders, corrections: title } = messages().article
	return (
		<section
			className={styles.corrections}
			lang={langWithin(language)}
			aria-label={placement === 'top' ? noteToReaders : title}
		>
			{shown.map((correction) => (
				<Correction key={correction.id} correction={correction} locale={locale} language={language} />
			))}
		</section>
	)
}

type CorrectionProps = { correction: CorrectionView; locale: Locale; language: string }

export function Correction({ correction, locale, language }: CorrectionProps) {
	const { id, kind, at, text } = correction
	const { correctionHead, correctionKinds } = messages().article
	return (
		<p id={correctionId(id)} className={styles.correction}>
			<span className={styles.kind}>
				{phrase(
					correctionHead(
						<strong>{correctionKinds[kind]}</strong>,
						<DateTime at={at} locale={locale} style="minute" />,
					),
				)}
			</span>{' '}
			<bdi lang={langOf(language)}>{text}</bdi>
		</p>
	)
}
