import { DateTime, type Locale } from '@/components/layout/date-time'
import type { CorrectionView } from '@/domain/corrections'
import { CORRECTION_WORDS, type CorrectionPlacement, correctionId } from '@/lib/corrections'
import styles from './corrections.module.css'

type Props = { corrections: CorrectionView[]; placement: CorrectionPlacement; locale: Locale }

/** The corrections of a story that are shown at one of its ends; renders null without one. */
export function Corrections({ corrections, placement, locale }: Props) {
	const shown = corrections.filter((correction) => correction.placement === placement)
	if (shown.length === 0) return null
	return (
		<section
			className={styles.corrections}
			aria-label={placement === 'top' ? 'Note to readers' : 'Corrections'}
		>
			{shown.map((correction) => (
				<Correction key={correction.id} correction={correction} locale={locale} />
			))}
		</section>
	)
}

export function Correction({ correction, locale }: { correction: CorrectionView; locale: Locale }) {
	const { id, kind, at, text } = correction
	return (
		<p id={correctionId(id)} className={styles.correction}>
			<span className={styles.kind}>
				<strong>{CORRECTION_WORDS[kind]}</strong>, <DateTime at={at} locale={locale} style="minute" />
			</span>{' '}
			<bdi>{text}</bdi>
		</p>
	)
}
