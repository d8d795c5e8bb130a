from integraal.statistics.surveillance.farrington import Alarms, farrington_flexible

__all__ = ["Alarms", "farrington_flexible"]
