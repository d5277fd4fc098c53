import { deskViewer } from '@/app/desk/desk-viewer'
import { noticeIn, type Search } from '@/app/desk/notices'
import { MenuForm } from '@/components/desk/settings/menu-form'
import styles from '@/components/desk/settings/settings.module.css'
import { listSections } from '@/domain/articles/lists'
import { menuItems } from '@/domain/menus'
import { publishedPages } from '@/domain/pages/published'
import { DEFAULT_MENUS } from '@/lib/menu'
import { SettingsScreen, settingsMetadata } from '../settings-screen'
import { changeMenuAction } from './actions'

export const metadata = settingsMetadata('/desk/settings/menus')

export default async function MenuSettingsPage({ searchParams }: { searchParams: Search }) {
	await deskViewer('/desk/settings/menus', 'change settings')
	const names = {
		sections: new Map((await listSections()).map(({ slug, name }) => [slug, name])),
		pages: new Map((await publishedPages()).map(({ slug, title }) => [slug, title])),
	}
	const notice = await noticeIn(searchParams)
	const formOf = async (name: 'masthead' | 'footer', title: string) => {
		const items = await menuItems(name)
		return (
			<MenuForm
				name={name}
				title={title}
				items={items}
				isDefault={items === DEFAULT_MENUS[name]}
				names={names}
				action={changeMenuAction}
				notice={name === 'masthead' ? notice : null}
			/>
		)
	}
	return (
		<SettingsScreen path="/desk/settings/menus">
			<div className={styles.menus}>
				{await formOf('masthead', 'Menu at the top')}
				{await formOf('footer', 'Menu at the foot')}
			</div>
		</SettingsScreen>
	)
}
