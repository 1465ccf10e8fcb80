export { aroundTheClock, openCalendar, type OpenCalendar } from './calendar.rules.ts';
export { createDefaultCalendar, setDefaultWeek } from './calendars.commands.ts';
export { findDefaultCalendar, isCalendar, readHoursOfAgents, readHoursOfBrands, weekOfBrand } from './calendars.queries.ts';
export { calendarRoutes } from './calendars.routes.ts';
export { weekHours, type CalendarHours, type WeekHours } from './calendars.schemas.ts';
export { openHours } from './open-hours.ts';
export { findDaysOff, refreshHolidays } from './stored-holidays.ts';
export { endOfWorkingDay } from './working-days.rules.ts';
