/** Slug, name and description of the demo edition's sections, in their order. */
export const DEMO_SECTIONS = [
	['news', 'News', 'What happened in Larkhaven and along the Sorrel.'],
	['politics', 'Politics', 'The council, the county and who decides.'],
	['fashion', 'Fashion', 'What we wear, who makes it and who mends it.'],
	['lifestyle', 'Lifestyle', 'How the city eats, reads, grows and rests.'],
	['religion', 'Religion', 'Faith and the lack of it, in company.'],
	['economics', 'Economics', 'Money, work and what things cost.'],
	['sports', 'Sports', 'Games, the people who play them, and the weather.'],
] as const
