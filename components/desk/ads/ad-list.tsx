import { DeskForm } from '@/components/desk/form/desk-form'
import { Submit } from '@/components/desk/form/fields'
import type { FormAction } from '@/components/desk/form/form-state'
import { formatCount } from '@/lib/format-count'
import { SLOT_NAMES } from './ad-fields'
import styles from './ads.module.css'

export type ListedAd = {
	id: number
	title: string
	text: string
	url: string
	slot: string
	active: boolean
	retired: boolean
	/** State in words, such as “Running until Fri 9 May, 12:00”. */
	state: string
	impressions: number
	clicks: number
}

type Props = { ads: ListedAd[]; action: FormAction; days: number }

export function AdList({ ads, action, days }: Props) {
	return (
		<ul className={styles.list}>
			{ads.map((ad) => (
				<li key={ad.id}>
					<h2 dir="auto">
						<a href={`/desk/advertisements/${ad.id}`}>{ad.title}</a>
					</h2>
					<p dir="auto">{ad.text}</p>
					<p className={styles.soft}>
						<a href={ad.url} rel="noopener">
							{ad.url}
						</a>
					</p>
					<p className={styles.soft}>
						{SLOT_NAMES[ad.slot]}. {ad.state}.
					</p>
					<p className={styles.soft}>{countWords(ad, days)}</p>
					<DeskForm id={`ad-${ad.id}`} action={action} quiet className={styles.buttons}>
						<input type="hidden" name="ad" value={ad.id} />
						{ad.retired ? (
							<Submit name="do" value="restore" label={`Restore “${ad.title}”`}>
								Restore
							</Submit>
						) : (
							<>
								<Submit
									name="do"
									value={ad.active ? 'stop' : 'run'}
									label={`${ad.active ? 'Stop' : 'Run'} “${ad.title}”`}
								>
									{ad.active ? 'Stop' : 'Run'}
								</Submit>
								<Submit name="do" value="retire" label={`Retire “${ad.title}”`}>
									Retire
								</Submit>
							</>
						)}
					</DeskForm>
				</li>
			))}
		</ul>
	)
}

function countWords({ impressions, clicks }: ListedAd, days: number): string {
	if (impressions + clicks === 0) return `Not seen in the last ${days} days.`
	return `Seen ${times(impressions)} and followed ${times(clicks)} in the last ${days} days.`
}

const times = (count: number): string => (count === 1 ? 'once' : `${formatCount(count)} times`)
