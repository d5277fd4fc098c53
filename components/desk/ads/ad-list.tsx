import { DeskForm } from '@/components/desk/form/desk-form'
import { Submit } from '@/components/desk/form/fields'
import type { FormAction } from '@/components/desk/form/form-state'
import styles from './ads.module.css'

export type ListedAd = {
	id: number
	title: string
	text: string
	url: string
	active: boolean
	shown: boolean
}

export function AdList({ ads, action }: { ads: ListedAd[]; action: FormAction }) {
	return (
		<ul className={styles.list}>
			{ads.map((ad) => (
				<li key={ad.id}>
					<h2 dir="auto">{ad.title}</h2>
					<p dir="auto">{ad.text}</p>
					<p className={styles.soft}>
						<a href={ad.url} rel="noopener">
							{ad.url}
						</a>
					</p>
					<p className={styles.soft}>{stateWords(ad)}</p>
					<DeskForm id={`ad-${ad.id}`} action={action} quiet>
						<input type="hidden" name="ad" value={ad.id} />
						<Submit
							name="active"
							value={ad.active ? 'no' : 'yes'}
							label={`${ad.active ? 'Stop' : 'Run'} “${ad.title}”`}
						>
							{ad.active ? 'Stop' : 'Run'}
						</Submit>
					</DeskForm>
				</li>
			))}
		</ul>
	)
}

function stateWords({ active, shown }: ListedAd): string {
	if (shown) return 'Running: readers see this one'
	return active ? 'Running, behind a newer one' : 'Stopped'
}
